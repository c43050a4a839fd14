package org.sagrada.scenario;

/** A scenario's text can't be understood. The message names the file and the line, and says what may stand there. */
public final class ScenarioSyntaxException extends RuntimeException {

    private final int line;

    ScenarioSyntaxException(String file, int line, String message) {
        super(file + ":" + line + ": " + message);
        this.line = line;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }
}
