package org.sagrada.client.scenario;

/** The system didn't do what it must. The message says what was expected, and what happened. */
public final class ScenarioFailedException extends RuntimeException {

    ScenarioFailedException(String message) {
        super(message);
    }
}
