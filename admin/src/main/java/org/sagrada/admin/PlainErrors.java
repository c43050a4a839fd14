package org.sagrada.admin;

import org.sagrada.admin.api.AdminException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong, and gives each kind its exit code. */
final class PlainErrors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof AdminException plain)) {
            throw failure;
        }
        command.getErr().println("sagrada-admin: " + plain.getMessage());
        return plain.exitCode();
    }
}
