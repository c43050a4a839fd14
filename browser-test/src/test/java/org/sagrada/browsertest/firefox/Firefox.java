package org.sagrada.browsertest.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** A device: the system's Firefox, without a window, with a profile of its own below target. */
final class Firefox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Marionette marionette;

    private Firefox(Process process, Marionette marionette) {
        this.process = process;
        this.marionette = marionette;
    }

    /** Where it is installed, if it is. */
    static Optional<Path> installed() {
        return Stream.of("/usr/bin/firefox-esr", "/usr/bin/firefox")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one as on its first day.
     *
     * @param name begins the name under which other devices know it
     * @param server all that a user has to tell it: the root of the accounts' server
     */
    static Firefox fresh(String name, String server) {
        return fresh(name, server, Map.of());
    }

    /** The same with further settings. */
    static Firefox fresh(String name, String server, Map<String, Object> settings) {
        try {
            var profile = Files.createTempDirectory(Files.createDirectories(Path.of("target/profiles")), name)
                    .toAbsolutePath();
            Files.writeString(profile.resolve("user.js"), userPreferences(server, settings));
            var command = List.of(
                    installed().orElseThrow().toString(),
                    "--headless",
                    "--marionette",
                    "--remote-allow-system-access",
                    "--no-remote",
                    "--new-instance",
                    "--profile",
                    profile.toString());
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("firefox.out").toFile());
            // The user's name is what a device is called by default.
            builder.environment()
                    .putAll(Map.of("USER", name, "MOZ_CRASHREPORTER_DISABLE", "1", "HOME", profile.toString()));
            var process = builder.start();
            return new Firefox(process, Marionette.connect(port(process, profile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Process process, Path profile) throws IOException {
        var file = profile.resolve("MarionetteActivePort");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || (Files.exists(file) && Files.size(file) > 0));
        if (!process.isAlive()) {
            throw new AssertionError("Firefox did not start:\n" + Files.readString(profile.resolve("firefox.out")));
        }
        return Integer.parseInt(Files.readString(file).strip());
    }

    private static String userPreferences(String server, Map<String, Object> settings) {
        var preferences = new TreeMap<String, Object>(Quiet.PREFERENCES);
        preferences.put("identity.fxaccounts.autoconfig.uri", server);
        if (server.startsWith("http:")) {
            preferences.put("identity.fxaccounts.allowHttp", true);
        }
        preferences.putAll(settings);
        return preferences.entrySet().stream()
                .map(entry -> "user_pref(\"%s\", %s);\n"
                        .formatted(entry.getKey(), JsonMapper.shared().writeValueAsString(entry.getValue())))
                .collect(Collectors.joining());
    }

    Accounts account() {
        return new Accounts(marionette);
    }

    Sync sync() {
        return new Sync(marionette);
    }

    Bookmarks bookmarks() {
        return new Bookmarks(marionette);
    }

    Passwords passwords() {
        return new Passwords(marionette);
    }

    History history() {
        return new History(marionette);
    }

    Preferences preferences() {
        return new Preferences(marionette);
    }

    Tabs tabs() {
        return new Tabs(marionette);
    }

    /** Trusts a certificate authority, as a user makes it do in the settings. */
    void trust(Path certificate) {
        var base64 = text(certificate).replaceAll("-----[A-Z ]+-----|\\s", "");
        marionette.inBrowser("""
                Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB)
                  .addCertFromBase64(args[0], "C,,");
                """, base64);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        marionette.quit();
        marionette.close();
        if (process.onExit()
                .completeOnTimeout(process, 20, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            process.destroyForcibly();
        }
    }
}
