package org.sagrada.scenario;

import java.util.List;

/**
 * What some devices of one account do in turn, and what each must find.
 *
 * @param file where its text is, for messages
 * @param title what is shown, in words
 * @param devices their names
 * @param steps in order
 */
public record Scenario(String file, String title, List<String> devices, List<Step> steps) {

    public Scenario {
        devices = List.copyOf(devices);
        steps = List.copyOf(steps);
    }

    /**
     * One device does one thing.
     *
     * @param line of the text, for messages
     */
    public record Step(int line, String device, Action action) {

        /** As the text has it. */
        public String toText() {
            return device + ": " + action.toText();
        }
    }

    /** The text that {@link ScenarioParser} reads. */
    public String toText() {
        StringBuilder text =
                new StringBuilder("scenario " + title + "\ndevices " + String.join(", ", devices) + "\n\n");
        steps.forEach(step -> text.append(step.toText()).append('\n'));
        return text.toString();
    }
}
