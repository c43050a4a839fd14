package org.sagrada.standalone.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Files of secrets, which only their owner may read and which are there whole or not at all. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** A secret of 32 random bytes, in hexadecimal digits. */
    static String newSecret(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Writes a file with mode 0600, in the place of what was there. */
    static void write(Path file, String text) throws IOException {
        var draft = Files.createTempFile(
                file.getParent(),
                "secrets",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
