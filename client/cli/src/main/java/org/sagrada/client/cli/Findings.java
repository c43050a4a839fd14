package org.sagrada.client.cli;

import java.util.ArrayList;
import java.util.List;

/** What was found so far. */
final class Findings {

    private final List<Finding> findings = new ArrayList<>();

    void ok(String check, String text) {
        findings.add(new Finding(Finding.Grade.OK, check, text));
    }

    /** Worth knowing, but nothing is broken. */
    void note(String check, String text) {
        findings.add(new Finding(Finding.Grade.NOTE, check, text));
    }

    void bad(String check, String text) {
        findings.add(new Finding(Finding.Grade.BAD, check, text));
    }

    List<Finding> all() {
        return List.copyOf(findings);
    }

    /** Whether nothing is broken. */
    boolean allGood() {
        return findings.stream().noneMatch(finding -> finding.grade() == Finding.Grade.BAD);
    }
}
