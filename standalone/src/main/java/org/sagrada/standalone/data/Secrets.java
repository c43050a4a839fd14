package org.sagrada.standalone.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;
import org.sagrada.standalone.StartRefusal;

/**
 * What the services share and nobody else may know, made at the first start and kept in the data directory with mode 0600.
 *
 * @param masterSecret of the token service and its one storage node
 * @param databasePassword of the embedded PostgreSQL's only role
 */
public record Secrets(String masterSecret, String databasePassword) {

    private static final String FILE = "secrets.properties";

    /** Reads the secrets of a data directory, or makes them. */
    public static Secrets of(DataDirectory directory, SecureRandom random) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(file, new Secrets(SecretFile.newSecret(random), SecretFile.newSecret(random)));
            }
            return read(file);
        } catch (IOException e) {
            throw new StartRefusal("The secrets in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The secrets of a data directory that another process may have open; empty when there are none. */
    public static Optional<Secrets> existing(Path directory) {
        var file = directory.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StartRefusal("The secrets in " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }

    private static Secrets read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Secrets(
                required(properties, "master-secret", file), required(properties, "database-password", file));
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new StartRefusal("The file " + file + " lacks " + name
                    + ": restore it from a backup; without it issued tokens and the database are out of reach.");
        }
        return value;
    }

    private static void write(Path file, Secrets secrets) throws IOException {
        var text = """
                # Made at the first start. Keep it secret, and keep it: the database opens with it.
                master-secret=%s
                database-password=%s
                """.formatted(secrets.masterSecret, secrets.databasePassword);
        SecretFile.write(file, text);
    }
}
