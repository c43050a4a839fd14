package org.sagrada.scenario;

/** A step of a scenario didn't come out as it must. The message names the line, the step and what was found instead. */
public final class ScenarioFailure extends RuntimeException {

    ScenarioFailure(Scenario scenario, Scenario.Step step, String found) {
        super(scenario.file() + ":" + step.line() + ": " + step.toText() + "\n  " + found);
    }

    ScenarioFailure(Scenario scenario, Scenario.Step step, RuntimeException cause) {
        super(scenario.file() + ":" + step.line() + ": " + step.toText() + "\n  " + cause.getMessage(), cause);
    }
}
