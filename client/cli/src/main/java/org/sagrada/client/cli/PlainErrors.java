package org.sagrada.client.cli;

import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.scenario.ScenarioFailedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong, and gives each kind its exit code. */
final class PlainErrors implements IExecutionExceptionHandler {

    private static final int REFUSED = 1;
    private static final int NO_ANSWER = 3;
    private static final int SCENARIO_FAILED = 4;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof ClientException) && !(failure instanceof ScenarioFailedException)) {
            throw failure;
        }
        command.getErr().println("sagrada: " + failure.getMessage());
        if (failure instanceof ScenarioFailedException) {
            return SCENARIO_FAILED;
        }
        return failure instanceof ConnectionException ? NO_ANSWER : REFUSED;
    }
}
