package org.sagrada.standalone.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.sagrada.standalone.StartRefusal;

/**
 * The folder in which everything that must survive a restart is kept. One process at a time owns it; the lock goes with the
 * process, however it ends. Nothing in it is ever deleted or made anew on its own.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be (mode 0700) and takes it for this process.
     *
     * @throws StartRefusal when another process has it, or it cannot be written
     */
    public static DataDirectory open(Path root) {
        var absolute = root.toAbsolutePath().normalize();
        try {
            make(absolute);
            var channel = FileChannel.open(
                    absolute.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                var owner = ownerIn(channel);
                channel.close();
                throw new StartRefusal("The data directory " + absolute + " is in use by process " + owner
                        + ": stop that one, or name another directory with --data-dir.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataDirectory(absolute, channel);
        } catch (IOException e) {
            throw new StartRefusal("The data directory " + absolute + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The folder itself, absolute. */
    public Path root() {
        return root;
    }

    /** A folder inside, which may not exist yet. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** Lets another process have the folder. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // Another stack in this very process has it, as a test may do.
            return null;
        }
    }

    private static String ownerIn(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII);
    }
}
