package org.sagrada.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a scenario. Each line is one of
 *
 * <pre>
 * # a remark
 * scenario What is shown, in words
 * devices laptop, phone
 * laptop: an action, see {@link ActionParser}
 * </pre>
 *
 * <p>The title and the devices come first. Blank lines don't count.
 */
public final class ScenarioParser {

    private static final String TITLE = "scenario ";
    private static final String DEVICES = "devices ";
    private static final String DEVICE_NAME = "[a-z][a-z0-9-]{0,31}";

    private final String file;
    private final List<Scenario.Step> steps = new ArrayList<>();
    private @Nullable String title;
    private Set<String> devices = Set.of();

    private ScenarioParser(String file) {
        this.file = file;
    }

    /**
     * Reads a text.
     *
     * @param file its name, for messages
     * @throws ScenarioSyntaxException if a line can't be understood, or the title, the devices or the steps are missing
     */
    public static Scenario parse(String file, String text) {
        return new ScenarioParser(file).parse(text);
    }

    private Scenario parse(String text) {
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(number, line);
            }
        }
        String found = title;
        if (found == null || devices.isEmpty() || steps.isEmpty()) {
            String missing = found == null ? "line 'scenario ...'" : devices.isEmpty() ? "line 'devices ...'" : "steps";
            throw new ScenarioSyntaxException(file, Math.max(1, lines.size()), "the scenario has no " + missing);
        }
        return new Scenario(file, found, List.copyOf(devices), steps);
    }

    private void read(int number, String line) {
        if (line.startsWith(TITLE)) {
            title = once(number, title == null, line.substring(TITLE.length()).strip(), "scenario");
        } else if (line.startsWith(DEVICES)) {
            once(number, devices.isEmpty(), line, "devices");
            devices = names(number, line.substring(DEVICES.length()));
        } else {
            steps.add(step(number, line));
        }
    }

    private String once(int number, boolean first, String value, String word) {
        if (!first) {
            throw new ScenarioSyntaxException(file, number, "a second line '" + word + " ...'");
        }
        return value;
    }

    private Set<String> names(int number, String list) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : list.split(",", -1)) {
            if (!name.strip().matches(DEVICE_NAME)) {
                throw new ScenarioSyntaxException(
                        file, number, "'" + name.strip() + "' is no name of a device: use a-z, 0-9 and dashes");
            }
            if (!names.add(name.strip())) {
                throw new ScenarioSyntaxException(file, number, "the device " + name.strip() + " is named twice");
            }
        }
        return names;
    }

    private Scenario.Step step(int number, String line) {
        int colon = line.indexOf(':');
        String device = colon < 0 ? line : line.substring(0, colon).strip();
        if (!devices.contains(device)) {
            throw new ScenarioSyntaxException(
                    file,
                    number,
                    devices.isEmpty()
                            ? "the line 'devices ...' must come before the first step"
                            : "a step begins with one of the devices " + String.join(", ", devices) + " and a colon");
        }
        if (colon < 0) {
            throw new ScenarioSyntaxException(file, number, "a colon must follow the device's name");
        }
        return new Scenario.Step(
                number,
                device,
                new ActionParser(file, number).parse(line.substring(colon + 1).strip()));
    }
}
