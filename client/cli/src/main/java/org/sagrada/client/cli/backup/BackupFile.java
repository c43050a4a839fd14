package org.sagrada.client.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A backup that was written before. It is read as often as it takes, and never held in memory. */
public final class BackupFile {

    private static final int PACKET = 0x80;

    private final Path file;
    private final char @Nullable [] passphrase;

    /** @param passphrase null if the backup isn't sealed */
    public BackupFile(Path file, char @Nullable [] passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** What kind of file it is, by its first characters. */
    public enum Kind {
        /** Lines of JSON. */
        RECORDS,
        /** Sealed by a passphrase. */
        SEALED,
        /** A browser's page of bookmarks. */
        BOOKMARKS
    }

    /** Looks at a file's beginning. */
    public static Kind kindOf(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            int first = in.read();
            while (first == '\ufeff' || Character.isWhitespace(first)) {
                first = in.read();
            }
            if (first == '<') {
                return Kind.BOOKMARKS;
            }
            return first >= PACKET || first == '-' ? Kind.SEALED : Kind.RECORDS;
        }
    }

    /**
     * Hands over each record in order.
     *
     * @throws BackupException if the passphrase is wrong, or a line isn't a record, or the file is damaged: perhaps after some were
     *     handed over
     */
    public void forEach(Consumer<BackupRecord> receiver) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (passphrase == null) {
                readLines(in, receiver, false);
            } else {
                Passphrase.Opened opened = new Passphrase(passphrase).open(in);
                readLines(opened.content(), receiver, true);
                opened.verify();
            }
        }
    }

    private static void readLines(InputStream in, Consumer<BackupRecord> receiver, boolean sealed) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8.newDecoder()));
        long number = 1;
        for (String line = next(lines, number, sealed); line != null; line = next(lines, number, sealed)) {
            if (!line.isBlank()) {
                receiver.accept(BackupRecord.parse(line, number));
            }
            number++;
        }
    }

    private static @Nullable String next(BufferedReader lines, long number, boolean sealed) throws IOException {
        try {
            return lines.readLine();
        } catch (CharacterCodingException malformed) {
            throw new BackupException("line " + number + " isn't text; nothing was changed");
        } catch (IOException | RuntimeException broken) {
            if (sealed) {
                throw new BackupException("the file is damaged: it isn't what was sealed");
            }
            throw broken;
        }
    }
}
