package org.sagrada.admin.output;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Whom answers are for. */
public final class Format {

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON, for programs.")
    private boolean json;

    boolean isJson() {
        return json;
    }
}
