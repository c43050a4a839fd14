package org.sagrada.client.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagrada.client.http.UnexpectedAnswerException;

class LocalCopyTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"../keys", "x/../../../keys", "a b", "", "/etc/passwd"})
    void staysInItsDirectoryWhateverAServerCallsACollection(String name) {
        assertThatThrownBy(() -> new LocalCopy(directory).find(name, "id"))
                .isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(new LocalCopy(directory).find("notes.v2", "id")).isEmpty();
        assertThat(new LocalCopy(directory).state()).isEmpty();
    }
}
