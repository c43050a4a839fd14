package org.sagrada.client.cli.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final String PASSPHRASE = "correct horse battery";
    private static final BackupRecord RECORD = BackupRecord.clear("notes", "one", 7, Map.of("title", "Tüte"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isOneLineOfJsonForEachRecord() throws IOException {
        assertThat(new String(written(null, List.of(RECORD)), UTF_8))
                .isEqualTo(
                        "{\"collection\":\"notes\",\"id\":\"one\",\"sortindex\":7,\"record\":{\"title\":\"Tüte\"}}\n");
    }

    @Test
    void isOpaqueWithoutThePassphrase() throws IOException {
        Path file = file(written(PASSPHRASE, List.of(RECORD)));

        assertThat(BackupFile.kindOf(file)).isEqualTo(BackupFile.Kind.SEALED);
        assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("notes", "one");
        assertThat(read(file, PASSPHRASE)).containsExactly(RECORD);
        assertThatThrownBy(() -> read(file, "correct horse"))
                .isInstanceOf(BackupException.class)
                .hasMessage("the passphrase is wrong, or the file is damaged");
    }

    @Test
    void isRefusedWhereAnyByteWasChangedOrIsMissing() throws IOException {
        byte[] sealed = written(PASSPHRASE, List.of(RECORD, RECORD));
        // Not at each byte: every attempt takes the passphrase's derivation.
        for (int at = 0; at < sealed.length; at += sealed.length / 6) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertRefused(changed, "a change at byte " + at);
        }
        assertRefused(Arrays.copyOf(sealed, sealed.length - 1), "a byte less");
        assertRefused(Arrays.copyOf(sealed, sealed.length / 2), "half of it");
    }

    private void assertRefused(byte[] content, String what) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> read(file, PASSPHRASE)).as(what).isInstanceOf(BackupException.class);
    }

    @Test
    void saysWhichLineIsWrong() throws IOException {
        Path file = file(
                "{\"collection\":\"a\",\"id\":\"b\",\"payload\":\"c\"}\n\n{\"collection\":\"a\"}\n".getBytes(UTF_8));

        assertThatThrownBy(() -> read(file, null))
                .isInstanceOf(BackupException.class)
                .hasMessage("line 3 isn't a record of a backup; nothing was changed");
    }

    @Test
    void knowsAPageOfBookmarks() throws IOException {
        assertThat(BackupFile.kindOf(file("\n<!DOCTYPE NETSCAPE-Bookmark-file-1>".getBytes(UTF_8))))
                .isEqualTo(BackupFile.Kind.BOOKMARKS);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("backup"), content);
    }

    private static byte[] written(@Nullable String passphrase, List<BackupRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        char[] characters = passphrase == null ? null : passphrase.toCharArray();
        try (BackupWriter writer = new BackupWriter(out, characters, new SecureRandom())) {
            records.forEach(writer::add);
        }
        return out.toByteArray();
    }

    private static List<BackupRecord> read(Path file, @Nullable String passphrase) throws IOException {
        List<BackupRecord> records = new ArrayList<>();
        new BackupFile(file, passphrase == null ? null : passphrase.toCharArray()).forEach(records::add);
        return records;
    }

    /** Properties, over files of their own. */
    static class Properties {

        private Path file = Path.of("");

        @BeforeProperty
        void create() throws IOException {
            file = Files.createTempFile("backup", "");
        }

        @AfterProperty
        void delete() throws IOException {
            Files.delete(file);
        }

        @Property(tries = 100)
        void readsWhatItWrote(@ForAll("records") List<BackupRecord> records) {
            try {
                Files.write(file, written(null, records));
                assertThat(read(file, null)).isEqualTo(records);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Provide
        Arbitrary<List<BackupRecord>> records() {
            Arbitrary<String> texts =
                    Arbitraries.strings().withCharRange(' ', '\u07ff').ofMaxLength(12);
            Arbitrary<Map<String, Object>> contents =
                    Arbitraries.maps(texts, texts.map(text -> (Object) text)).ofMaxSize(3);
            Arbitrary<Integer> sortindexes = Arbitraries.integers().between(-1, 999_999_999);
            Arbitrary<BackupRecord> clear = Combinators.combine(texts, texts, sortindexes, contents)
                    .as((collection, id, index, content) ->
                            BackupRecord.clear(collection, id, index < 0 ? null : index, content));
            Arbitrary<BackupRecord> sealed = Combinators.combine(texts, texts, sortindexes, texts)
                    .as((collection, id, index, payload) ->
                            BackupRecord.sealed(collection, id, index < 0 ? null : index, payload));
            return Arbitraries.oneOf(clear, sealed).list().ofMaxSize(6);
        }
    }
}
