package org.sagrada.client.store;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a user's files belong (XDG Base Directory Specification). */
final class XdgDirectories {

    private XdgDirectories() {}

    static Path config(Map<String, String> environment, Path home) {
        return directory(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"));
    }

    static Path state(Map<String, String> environment, Path home) {
        return directory(
                environment.get("XDG_STATE_HOME"), home.resolve(".local").resolve("state"));
    }

    private static Path directory(@Nullable String configured, Path otherwise) {
        // The specification has relative paths ignored.
        boolean usable = configured != null && Path.of(configured).isAbsolute();
        return (usable ? Path.of(configured) : otherwise).resolve("sagrada");
    }
}
