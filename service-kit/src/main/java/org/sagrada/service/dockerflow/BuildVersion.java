package org.sagrada.service.dockerflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What was built from what, as Dockerflow's {@code version.json} tells it.
 *
 * @param source where the source is
 * @param version the release
 * @param commit the commit's full hash, or {@code unknown} outside a repository
 * @param build when it was built, ISO 8601
 */
public record BuildVersion(String source, String version, String commit, String build) {

    /** The version that the build wrote into this jar. */
    public static BuildVersion ofThisBuild() {
        var values = new Properties();
        try (var in = BuildVersion.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                values.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildVersion(
                values.getProperty("source", "unknown"),
                values.getProperty("version", "unknown"),
                values.getProperty("commit", "unknown"),
                values.getProperty("build", "unknown"));
    }
}
