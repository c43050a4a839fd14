package org.sagrada.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line against the whole system: what needs a real identity provider. */
class CommandLineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct horse\n";

    private final String email = "user-" + UUID.randomUUID() + "@example.org";

    @TempDir
    private Path folder;

    @Test
    void namesAndRevokesDevices() {
        var laptop = signedUp("laptop");
        var phone = new Terminal(folder.resolve("phone"));
        phone.expect(0, PASSWORD, "login", "--device-name", "phone", "--password-stdin", email);

        phone.expect(0, "", "devices", "rename", "old phone");
        laptop.expect(0, "", "devices", "--json");
        assertThat(laptop.out()).contains("\"name\":\"laptop\"", "\"name\":\"old phone\"", "\"type\":\"cli\"");
        laptop.expect(1, "", "devices", "revoke", "this");
        laptop.expect(0, "", "devices", "revoke", "old phone");

        phone.expect(5, "", "status");
        assertThat(phone.err()).contains("the session is over; use 'sagrada login'");
        laptop.expect(1, "", "devices", "revoke", "old phone");
    }

    @Test
    void keepsKeysOfServices() {
        var laptop = signedUp("laptop");
        laptop.expect(0, "AAECAw==\n", "service-key", "put", "https://notes.example", "content");
        laptop.expect(0, "", "service-key");
        assertThat(laptop.out()).contains("https://notes.example", "content", "usable");
        laptop.expect(0, "", "service-key", "get", "https://notes.example", "content");
        assertThat(laptop.out()).isEqualTo("AAECAw==\n");
        laptop.expect(1, "no base64!", "service-key", "put", "https://notes.example", "content");

        laptop.expect(0, "", "service-key", "rm", "https://notes.example", "content");
        laptop.expect(1, "", "service-key", "get", "https://notes.example", "content");
    }

    @Test
    void keepsEverythingReadableOverAResetWithTheRecoveryKey() throws Exception {
        var laptop = signedUp("laptop");
        laptop.expect(0, "{\"title\":\"First\"}", "put", "notes", "one");
        laptop.expect(0, "", "recovery-key", "create");
        var key = laptop.out().strip();

        var phone = new Terminal(folder.resolve("phone"));
        var reset = CompletableFuture.supplyAsync(() -> phone.run(
                () -> mailedCode(email) + "\n" + key + "\nanother password\n",
                "recovery-key",
                "use",
                "--password-stdin",
                email));
        assertThat(reset.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(phone::err)
                .isZero();

        phone.expect(0, "", "get", "notes", "one");
        assertThat(phone.out()).contains("First");
        laptop.expect(5, "", "status");
        phone.expect(0, "", "recovery-key");
        assertThat(phone.out()).contains("none");
    }

    @Test
    void losesWhatIsSealedInAResetWithoutTheRecoveryKey() {
        var laptop = signedUp("laptop");
        laptop.expect(0, "{\"title\":\"First\"}", "put", "notes", "one");

        var phone = new Terminal(folder.resolve("phone"));
        assertThat(phone.run(
                        () -> mailedCode(email) + "\nanother password\n",
                        "password",
                        "--password-stdin",
                        "--forgotten",
                        email))
                .as(phone::err)
                .isZero();
        assertThat(phone.out()).contains("can't be read any more");

        phone.expect(1, "", "get", "notes", "one");
        laptop.expect(5, "", "status");
    }

    @Test
    void asksForTheSecondStep() {
        signedUp("laptop");
        var app = AuthenticatorApp.setUp(folder.resolve("laptop"));
        var phone = new Terminal(folder.resolve("phone"));

        phone.expect(1, PASSWORD + "abcdef\n", "login", "--password-stdin", email);
        phone.expect(5, "", "status");
        assertThat(phone.run(() -> PASSWORD + app.code() + "\n", "login", "--password-stdin", email))
                .as(phone::err)
                .isZero();

        phone.expect(0, "{\"a\":1}", "put", "notes", "one");
    }

    @Test
    void pairsADeviceByACode() {
        var laptop = signedUp("laptop");
        laptop.expect(0, "{\"title\":\"First\"}", "put", "notes", "one");
        var phone = new Terminal(folder.resolve("phone"));
        var waiting = CompletableFuture.supplyAsync(() -> phone.run(() -> "", "pair", "new", "--device-name", "phone"));
        var code = Pattern.compile("[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}");
        await().atMost(PATIENCE).until(() -> code.matcher(phone.out()).find());
        var shown =
                code.matcher(phone.out()).results().findFirst().orElseThrow().group();

        laptop.expect(0, shown + "\n", "pair", "add", "--password-stdin");

        assertThat(waiting.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
                .as(phone::err)
                .isZero();
        phone.expect(0, "", "get", "notes", "one");
        assertThat(phone.out()).contains("First");
    }

    @Test
    void watchesCollections() {
        var laptop = signedUp("laptop");
        laptop.expect(0, "{\"title\":\"First\"}", "put", "notes", "one");
        var other = new Terminal(folder.resolve("laptop"));
        var watching = CompletableFuture.supplyAsync(
                () -> other.run(() -> "", "watch", "--json", "--every", "0.1", "--count", "1", "notes"));

        // The watch may begin a little later than it is told to: write until it says something.
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            laptop.expect(0, "{\"title\":\"Changed\"}", "put", "notes", "one");
            return watching.isDone();
        });

        assertThat(watching.join()).as(other::err).isZero();
        assertThat(other.out()).contains("\"collection\":\"notes\"");
    }

    @Test
    void movesAnAccountsRecordsAndItsFormat() {
        var laptop = signedUp("laptop");
        laptop.expect(0, "{\"title\":\"First\"}", "put", "notes", "one");
        var target = "target-" + email;
        laptop.expect(0, PASSWORD, "signup", "--password-stdin", target);

        laptop.expect(0, "", "migrate", "-a", email, "--to", target, "--to-format", "6");
        assertThat(laptop.out()).contains("3 records of 3 collections copied.", "Nothing is switched yet");
        laptop.expect(0, "", "migrate", "-a", email, "--to", target, "--to-format", "6", "--switch", "--forget-copy");
        assertThat(laptop.out()).contains("Switched.", "The copy on this device is deleted.");

        laptop.expect(0, "", "get", "-a", target, "notes", "one");
        assertThat(laptop.out()).contains("First");
        laptop.expect(0, "", "status", "-a", target, "--json");
        assertThat(laptop.out()).contains("\"format\":\"6\"");
        laptop.expect(0, "", "get", "-a", email, "--protocol", "1.5", "notes", "one");
    }

    private Terminal signedUp(String device) {
        var terminal = new Terminal(folder.resolve(device));
        terminal.expect(0, PASSWORD, "signup", "--device-name", device, "--password-stdin", email);
        return terminal;
    }

    /** The newest code for an address, as the operator sees it where no mail goes out. */
    private static String mailedCode(String address) {
        var request = HttpRequest.newBuilder(URI.create(SharedServer.managementUrl() + "/admin/pidp/mails"))
                .header("Authorization", "Bearer " + SharedServer.ADMIN_TOKEN)
                .build();
        var code = Pattern.compile("\"" + Pattern.quote(address) + "\"[^}]*\"code\":\"([0-9]{8})\"");
        try (var http = HttpClient.newHttpClient()) {
            var mails = http.send(request, BodyHandlers.ofString()).body();
            return code.matcher(mails)
                    .results()
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no code in " + mails))
                    .group(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
