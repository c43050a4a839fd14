package org.sagrada.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.standalone.StartRefusal;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        try (var directory = DataDirectory.open(temporary.resolve("a/b"))) {
            assertThat(permissions(directory.root())).isEqualTo("rwx------");
        }
    }

    @Test
    void isOpenToOneStackAtATime() {
        try (var first = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(first.root()))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data-dir");
        }
        DataDirectory.open(temporary).close();
    }

    @Test
    void saysWhyAFileCannotBeADataDirectory() throws IOException {
        var file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void keepsItsSecretsAcrossRestartsForItsOwnerAlone() throws IOException {
        try (var directory = DataDirectory.open(temporary)) {
            var made = Secrets.of(directory, new SecureRandom());

            assertThat(Secrets.of(directory, new SecureRandom())).isEqualTo(made);
            assertThat(made.masterSecret()).hasSize(64).isNotEqualTo(made.databasePassword());
            assertThat(permissions(directory.resolve("secrets.properties"))).isEqualTo("rw-------");
            assertThat(made).asString().doesNotContain(made.masterSecret(), made.databasePassword());
        }
    }

    @Test
    void doesNotReplaceSecretsThatAreBroken() throws IOException {
        try (var directory = DataDirectory.open(temporary)) {
            Files.writeString(directory.resolve("secrets.properties"), "master-secret=abc\n");

            assertThatThrownBy(() -> Secrets.of(directory, new SecureRandom()))
                    .isInstanceOf(StartRefusal.class)
                    .hasMessageContaining("lacks database-password");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
