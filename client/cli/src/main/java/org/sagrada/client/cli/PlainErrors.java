package org.sagrada.client.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.scenario.ScenarioFailedException;
import org.sagrada.client.store.StoreException;
import org.sagrada.client.token.TokenException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what went wrong and what to do, and gives each kind its exit code. */
final class PlainErrors implements IExecutionExceptionHandler {

    static final int REFUSED = 1;
    static final int NO_ANSWER = 3;
    static final int SYSTEM_FAILS = 4;
    static final int NOT_LOGGED_IN = 5;
    static final int FILE_TROUBLE = 6;
    static final int OWN_FAULT = 7;

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Exception failure =
                thrown instanceof UncheckedIOException && thrown.getCause() instanceof IOException file ? file : thrown;
        int code = code(failure);
        command.getErr().println("sagrada: " + words(failure, code));
        if (code == OWN_FAULT && System.getenv("SAGRADA_DEBUG") != null) {
            failure.printStackTrace(command.getErr());
        }
        return code;
    }

    private static int code(Exception failure) {
        if (failure instanceof ScenarioFailedException) {
            return SYSTEM_FAILS;
        }
        if (failure instanceof IOException || failure instanceof StoreException) {
            return FILE_TROUBLE;
        }
        if (failure instanceof ConnectionException) {
            return NO_ANSWER;
        }
        if (failure instanceof NotLoggedInException
                || failure instanceof AccountException.InvalidToken
                || failure instanceof TokenException.InvalidGeneration
                || failure instanceof TokenException.InvalidClientState) {
            return NOT_LOGGED_IN;
        }
        return failure instanceof ClientException ? REFUSED : OWN_FAULT;
    }

    private static String words(Exception failure, int code) {
        if (failure instanceof ConnectionException unreachable) {
            return Trouble.onTheWay(unreachable);
        }
        if (failure instanceof StoreException) {
            Throwable cause = failure.getCause();
            return failure.getMessage() + (cause instanceof IOException broken ? ": " + Trouble.withFile(broken) : "");
        }
        if (failure instanceof IOException broken) {
            return Trouble.withFile(broken);
        }
        if (code == OWN_FAULT) {
            return "this is a fault of the program itself: " + failure
                    + ". SAGRADA_DEBUG=1 in the environment shows where; please report it";
        }
        if (code == NOT_LOGGED_IN && !(failure instanceof NotLoggedInException)) {
            return failure.getMessage() + "; use 'sagrada login'";
        }
        return String.valueOf(failure.getMessage());
    }
}
