package org.sagrada.client.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Writes a backup: one line of JSON for each record, the whole sealed by a passphrase if there is one. */
public final class BackupWriter implements AutoCloseable {

    private final OutputStream file;
    private final Writer lines;
    private long written;

    /**
     * Begins a backup.
     *
     * @param file is closed at the end
     * @param passphrase null leaves the backup readable for everybody
     */
    public BackupWriter(OutputStream file, char @Nullable [] passphrase, SecureRandom random) throws IOException {
        this.file = new BufferedOutputStream(file);
        OutputStream content = passphrase == null ? this.file : new Passphrase(passphrase).seal(this.file, random);
        this.lines = new BufferedWriter(new OutputStreamWriter(content, UTF_8));
    }

    /** Adds a record. */
    public void add(BackupRecord record) {
        try {
            lines.write(record.toLine());
            lines.write('\n');
            written++;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many records were added. */
    public long written() {
        return written;
    }

    /** Completes the file. */
    @Override
    public void close() throws IOException {
        try (file) {
            lines.close();
        }
    }
}
