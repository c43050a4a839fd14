package org.sagrada.client.scenario;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What must be so; anything else ends the scenario with a message that says what was expected and what is. */
final class Expect {

    private Expect() {}

    static void that(boolean condition, String otherwise) {
        if (!condition) {
            throw new ScenarioFailedException(otherwise);
        }
    }

    static void equal(@Nullable Object expected, @Nullable Object actual, String what) {
        that(
                Objects.equals(expected, actual),
                what + ": expected " + shortened(expected) + ", but it is " + shortened(actual));
    }

    /** The same elements; tells which are missing and which are too many. */
    static void same(Set<String> expected, Set<String> actual, String what) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(actual);
        Set<String> surplus = new TreeSet<>(actual);
        surplus.removeAll(expected);
        that(
                missing.isEmpty() && surplus.isEmpty(),
                what + ": missing " + shortened(missing) + ", unexpected " + shortened(surplus));
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
