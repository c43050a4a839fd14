package org.sagrada.client.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A text file for its owner's eyes only, written all at once or not at all. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes a text in the place of what there was. */
    public static void write(Path file, String text) throws IOException {
        replace(file, writer -> writer.write(text));
    }

    /** What fills a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Writes a file of any size in the place of what there was, in UTF-8. */
    public static void replace(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Files.createDirectories(directory, permissions("rwx------"));
        Path fresh = Files.createTempFile(directory, ".", ".new", permissions("rw-------"));
        try {
            try (Writer writer = Files.newBufferedWriter(fresh, UTF_8)) {
                content.writeTo(writer);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    // Not Files.readString, which Android lacks.
    /** Reads the text of a file. */
    public static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), UTF_8);
    }

    private static FileAttribute<?>[] permissions(String text) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
