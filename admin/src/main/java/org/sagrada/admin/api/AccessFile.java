package org.sagrada.admin.api;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Properties;
import java.util.Set;

/** Files that hold tokens. One that others may read is refused, since its tokens are no secrets any more. */
final class AccessFile {

    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private AccessFile() {}

    /** The key under which such a file has a service's token. */
    static String tokenKey(Service service) {
        return service.key() + ".admin.token";
    }

    static AccessSource read(Path file, Service service) {
        Properties properties = new Properties();
        try (Reader text = new StringReader(content(file))) {
            properties.load(text);
        } catch (IOException | IllegalArgumentException malformed) {
            throw AdminException.refused(file + " isn't a file of properties: " + malformed.getMessage());
        }
        return new AccessSource(
                AccessSource.filled(properties.getProperty(service.key() + ".admin.url")),
                AccessSource.filled(properties.getProperty(tokenKey(service))));
    }

    /** The one secret that a file consists of. */
    static String secret(Path file) {
        String secret = AccessSource.filled(content(file));
        if (secret == null) {
            throw AdminException.refused(file + " is empty");
        }
        return secret;
    }

    private static String content(Path file) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains)) {
                throw AdminException.refused(file + " is open to others; close it with: chmod 600 " + file);
            }
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw AdminException.refused("there is no file " + file);
        } catch (IOException unreadable) {
            throw AdminException.refused(file + " can't be read: " + unreadable.getMessage());
        }
    }
}
