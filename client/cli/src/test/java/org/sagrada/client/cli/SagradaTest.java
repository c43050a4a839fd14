package org.sagrada.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.fake.FakeSystem;

class SagradaTest {

    private final FakeSystem system = FakeSystem.start();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @TempDir
    private Path home = Path.of("");

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void playsTheDemo() {
        assertThat(run("", "demo", "--server", system.url())).isZero();

        assertThat(out.toString())
                .contains("1. Device A signs up")
                .contains("##############################")
                .contains("All is as it must be: 738 records up, 735 read back");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void goesFromSignUpToLogOut() {
        signUp();
        assertThat(run("{\"title\":\"Tüte\"}", "put", "notes", "{one}")).isZero();
        assertThat(run("", "get", "notes", "{one}")).isZero();
        assertThat(out.toString()).isEqualTo("{\"id\":\"{one}\",\"title\":\"Tüte\"}\n");

        assertThat(run("", "get", "--sealed", "--", "notes", "--_7bone_7d")).isZero();
        assertThat(out.toString()).contains("ciphertext").doesNotContain("Tüte");

        assertThat(run("", "ls", "--json", "notes")).isZero();
        assertThat(out.toString()).contains("\"id\":\"--_7bone_7d\"");

        assertThat(run("", "collections")).isZero();
        assertThat(out.toString()).contains("collection", "crypto", "meta", "notes");

        assertThat(run("", "rm", "notes", "{one}")).isZero();
        assertThat(run("", "get", "notes", "{one}")).isZero();
        assertThat(out.toString()).contains("\"deleted\":true");

        assertThat(run("", "rm", "--purge", "--all", "notes")).isZero();
        assertThat(run("", "get", "notes", "{one}")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("sagrada: there is no notes/{one}\n");

        assertThat(run("", "status")).isZero();
        assertThat(out.toString()).contains("me@example.org", "good");

        assertThat(run("", "logout")).isZero();
        assertThat(run("", "status")).isEqualTo(5);
        assertThat(err.toString()).isEqualTo("sagrada: not logged in; use 'sagrada login'\n");
    }

    @Test
    void keepsSeveralAccountsApart() {
        signUp();
        assertThat(run("other password\n", "signup", "--server", system.url(), "--password-stdin", "you@example.org"))
                .isZero();
        assertThat(run("{\"a\":1}", "put", "notes", "one")).isZero();

        assertThat(run("", "get", "-a", "me@example.org", "notes", "one")).isEqualTo(1);
        assertThat(run("", "get", "-a", "you@example.org", "notes", "one")).isZero();
        assertThat(run("", "accounts", "--json")).isZero();
        assertThat(out.toString()).containsSubsequence("you@example.org", "me@example.org");
    }

    @Test
    void keepsNoSecretInClear() throws IOException {
        signUp();

        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, UTF_8)).doesNotContain("me@example.org");
                assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
                assertThat(Files.getPosixFilePermissions(file.getParent())).hasSize(3);
            }
        }
    }

    @Test
    void exportsInClearAndAsItIs() throws IOException {
        signUp();
        run("{\"title\":\"clear text\"}", "put", "notes", "one");
        run("not sealed at all", "put", "--sealed", "notes", "two");
        Path clear = home.resolve("clear.jsonl");
        Path sealed = home.resolve("sealed.jsonl");

        assertThat(run("", "export", clear.toString())).isZero();
        assertThat(err.toString()).startsWith("1 record can't be opened");
        assertThat(run("", "export", "--sealed", sealed.toString())).isZero();
        assertThat(run("", "export", clear.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("exists already");

        assertThat(Files.readString(clear, UTF_8)).hasLineCount(2).contains("clear text", "not sealed at all");
        assertThat(Files.readString(sealed, UTF_8)).hasLineCount(4).doesNotContain("clear text");
        assertThat(Files.getPosixFilePermissions(clear)).hasSize(2);
    }

    @Test
    void examinesASystem() {
        signUp();
        run("{\"a\":1}", "put", "notes", "one");

        assertThat(run("", "doctor", "--server", system.url())).isZero();

        assertThat(out.toString())
                .contains("answers, and its database too")
                .contains("publishes 1 signing key(s)")
                .contains("asks for credentials, as it must")
                .contains("me@example.org: the session is good; certificate, assertion and token work")
                .contains("this account's key opens the keys at the server")
                .doesNotContain("BAD");
    }

    @Test
    void saysWhatIsWrongWithASystem() {
        system.close();

        assertThat(run("", "doctor", "--server", system.url())).isEqualTo(4);

        assertThat(out.toString())
                .isEqualTo("BAD   answer: nobody answers at " + system.url()
                        + ": nothing listens there; is the system running, is the port right?\n");
        assertThat(run("", "doctor", "--json", "--server", system.url())).isEqualTo(4);
        assertThat(out.toString()).startsWith("[{\"check\":\"answer\",\"grade\":\"bad\",\"text\":");
    }

    @Test
    void saysThatAClockIsWrong() {
        system.close();
        try (FakeSystem ahead = FakeSystem.start(Duration.ofHours(2))) {
            assertThat(run("", "doctor", "--server", ahead.url())).isEqualTo(4);

            assertThat(out.toString())
                    .containsPattern("BAD   clock: the clock of the token service is 7[0-9]{3} s ahead of");
        }
    }

    @Test
    void restoresABackup() throws IOException {
        signUp();
        run("{\"title\":\"First\"}", "put", "notes", "{one}");
        run("{\"title\":\"Second\"}", "put", "notes", "two");
        String backup = home.resolve("backup.pgp").toString();
        assertThat(run("a passphrase\n", "export", "--encrypt", "--passphrase-stdin", backup))
                .isZero();
        run("{\"title\":\"Changed\"}", "put", "notes", "two");
        run("", "rm", "--purge", "notes", "--", "--_7bone_7d");

        assertThat(run("another\n", "import", "--passphrase-stdin", backup)).isEqualTo(1);
        assertThat(err.toString()).contains("the passphrase is wrong");
        assertThat(run("a passphrase\n", "import", "--keep", "--passphrase-stdin", backup))
                .isZero();
        assertThat(out.toString()).isEqualTo("1 record restored.\n");
        run("", "get", "notes", "two");
        assertThat(out.toString()).contains("Changed");

        assertThat(run("a passphrase\n", "import", "--passphrase-stdin", backup))
                .isZero();
        run("", "get", "notes", "{one}");
        assertThat(out.toString()).contains("First");
        run("", "get", "notes", "two");
        assertThat(out.toString()).contains("Second");
    }

    @Test
    void restoresSealedRecordsOnlyWhereTheirKeysAre() {
        signUp();
        run("{\"title\":\"First\"}", "put", "notes", "one");
        String backup = home.resolve("backup.jsonl").toString();
        assertThat(run("", "export", "--sealed", backup)).isZero();
        run("", "rm", "--purge", "--all", "notes");

        assertThat(run("", "import", backup)).isZero();
        run("", "get", "notes", "one");
        assertThat(out.toString()).contains("First");

        run("other password\n", "signup", "--server", system.url(), "--password-stdin", "you@example.org");
        assertThat(run("", "import", backup)).isEqualTo(1);
        assertThat(err.toString()).contains("the backup's keys aren't this account's");
        run("", "collections");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void carriesBookmarksFromBrowserToBrowser() throws IOException {
        signUp();
        Path page = Files.writeString(
                home.resolve("in.html"),
                "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF=\"https://example.org/\">One</A></DL>");

        assertThat(run("", "import", page.toString())).isZero();
        assertThat(out.toString()).startsWith("1 bookmark is in the folder 'Imported on ");
        Path copy = home.resolve("out.html");
        assertThat(run("", "export", "--bookmarks-html", copy.toString())).isZero();

        assertThat(Files.readString(copy)).containsSubsequence("Bookmarks Menu", "Imported on", "https://example.org/");
    }

    @Test
    void saysWhatIsWrongWithFiles() throws IOException {
        signUp();
        run("{\"a\":1}", "put", "notes", "one");
        Path noBackup = Files.writeString(home.resolve("no.txt"), "Hello");

        assertThat(run("", "import", home.resolve("absent").toString())).isEqualTo(6);
        assertThat(err.toString()).isEqualTo("sagrada: there is no file or folder " + home.resolve("absent") + "\n");
        assertThat(run("", "export", home.resolve("absent/x").toString())).isEqualTo(6);
        assertThat(run("", "import", noBackup.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("line 1 isn't a record of a backup");
    }

    @Test
    void completesCommands() {
        assertThat(run("", "completion")).isZero();
        assertThat(out.toString()).contains("complete -F _complete_sagrada", "recovery-key", "--password-stdin");
    }

    @Test
    void helpsWithEveryCommand() {
        for (String command : List.of(
                "signup",
                "login",
                "logout",
                "accounts",
                "status",
                "devices",
                "collections",
                "ls",
                "get",
                "put",
                "rm",
                "watch",
                "export",
                "import",
                "migrate",
                "pair",
                "recovery-key",
                "password",
                "service-key",
                "doctor",
                "demo")) {
            assertThat(run("", command, "--help")).as(command).isZero();
            assertThat(out.toString()).as(command).startsWith("Usage: sagrada " + command);
        }
    }

    @Test
    void changesThePassword() {
        signUp();
        assertThat(run("{\"a\":1}", "put", "notes", "one")).isZero();

        assertThat(run("correct horse\nbattery staple\n", "password", "--password-stdin"))
                .isZero();

        assertThat(run("", "get", "notes", "one")).isZero();
        assertThat(run("correct horse\n", "login", "--server", system.url(), "--password-stdin", "me@example.org"))
                .isEqualTo(1);
    }

    @Test
    void saysThatThePasswordIsWrong() {
        signUp();

        assertThat(run("wrong-password\n", "login", "--server", system.url(), "--password-stdin", "me@example.org"))
                .isEqualTo(1);

        assertThat(err.toString()).isEqualTo("sagrada: the password is wrong\n");
    }

    @Test
    void asksForNoPasswordWithoutATerminal() {
        assertThat(run("", "login", "--server", system.url(), "me@example.org")).isEqualTo(1);
        assertThat(err.toString()).contains("--password-stdin");
    }

    @Test
    void saysThatNobodyAnswers() {
        system.close();

        assertThat(run("", "demo", "--server", system.url())).isEqualTo(3);

        assertThat(err.toString())
                .startsWith("sagrada: no answer to GET " + system.url())
                .hasLineCount(1);
    }

    @Test
    void saysWhatItDidNotUnderstand() {
        assertThat(run("", "demo", "--server", "localhost")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'localhost' is not an address like")
                .contains("sagrada demo --help");

        assertThat(run("", "fly")).isEqualTo(2);
    }

    @Test
    void helps() {
        assertThat(run("")).isZero();
        assertThat(out.toString()).contains("demo").contains("Exit codes:");

        assertThat(run("", "--version")).isZero();
        assertThat(out.toString()).contains("sagrada (built from source)");
    }

    private void signUp() {
        assertThat(run("correct horse\n", "signup", "--server", system.url(), "--password-stdin", "me@example.org"))
                .isZero();
        assertThat(out.toString()).contains("Signed up and logged in as me@example.org.");
    }

    private int run(String input, String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Surroundings surroundings = new Surroundings(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new BufferedReader(new StringReader(input)),
                null,
                false,
                Map.of("XDG_CONFIG_HOME", home.resolve("config").toString()),
                home,
                new SecureRandom());
        return Sagrada.run(surroundings, arguments);
    }
}
