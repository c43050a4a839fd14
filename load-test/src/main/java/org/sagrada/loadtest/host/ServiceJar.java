package org.sagrada.loadtest.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the services' executable jars are: as the build leaves them, under the directory that {@code sagrada.home} names. */
public final class ServiceJar {

    private ServiceJar() {}

    /**
     * The jar of a module.
     *
     * @param module such as {@code storage-service}
     * @throws IOException when it is not built
     */
    public static Path of(String module) throws IOException {
        var target = Path.of(System.getProperty("sagrada.home", "."), module, "target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, module + "-*-exec.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            }
        }
        throw new IOException("there is no jar of " + module + " in " + target + "; ./bench builds it");
    }
}
