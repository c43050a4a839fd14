package org.sagrada.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar has it. */
final class ClientVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        @Nullable String version = ClientVersion.class.getPackage().getImplementationVersion();
        return new String[] {"sagrada " + (version == null ? "(built from source)" : version)};
    }
}
