package org.sagrada.client.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sagrada.client.Credentials;
import org.sagrada.client.Servers;
import org.sagrada.client.crypto.BadRecordException;
import org.sagrada.client.crypto.KeyBundle;
import org.sagrada.client.crypto.RecordCipher;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.onepw.Key32;

/**
 * Has the classes loaded that commands need, while the launcher makes an archive of loaded classes: commands run in a home of their
 * own against a port where nobody answers. Nothing leaves the machine, and nothing stays.
 */
final class Rehearsal {

    private static final String NOBODY = "http://127.0.0.1:9";
    private static final String EMAIL = "rehearsal@localhost";

    private static final List<List<String>> COMMANDS = List.of(
            List.of("help"),
            List.of("accounts"),
            List.of("login", "--server", NOBODY, "--token-server", NOBODY, "--password-stdin", EMAIL),
            List.of("status"),
            List.of("ls", "--json", "notes"),
            List.of("get", "notes", "one"),
            List.of("put", "notes", "one"),
            List.of("devices"),
            List.of("doctor", "--server", NOBODY));

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, BadRecordException {
        Path home = Files.createTempDirectory("sagrada-rehearsal");
        try {
            SecureRandom random = new SecureRandom();
            surroundings(home, random)
                    .accounts()
                    .put(new SavedAccount(
                            Servers.at(NOBODY),
                            new Credentials(EMAIL, "0".repeat(32), Key32.random(random), Key32.random(random))));
            for (RecordCipher cipher : List.of(
                    RecordCipher.format5(KeyBundle.random(random), random),
                    RecordCipher.format6(KeyBundle.random(random), random))) {
                cipher.open(cipher.seal("{}"));
            }
            SigningKey.generateDs256(random);
            COMMANDS.forEach(command -> Sagrada.run(surroundings(home, random), command.toArray(String[]::new)));
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Surroundings surroundings(Path home, SecureRandom random) {
        return new Surroundings(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                new BufferedReader(new StringReader("password\n")),
                null,
                false,
                Map.of(),
                home,
                random);
    }
}
