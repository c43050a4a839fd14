package org.sagrada.admin;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar has it. */
final class AdminVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        @Nullable String version = AdminVersion.class.getPackage().getImplementationVersion();
        return new String[] {"sagrada-admin " + (version == null ? "(built from source)" : version)};
    }
}
