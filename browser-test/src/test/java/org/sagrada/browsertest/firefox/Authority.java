package org.sagrada.browsertest.firefox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A private certificate authority, as companies and tinkerers have, made by the JDK's keytool. */
final class Authority {

    private static final String PASSWORD = "of-this-test-only";

    private final Path directory;
    private final Path store;

    private Authority(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("keys.p12");
    }

    /** A new one, which has signed a certificate for a host. */
    static Authority withCertificateFor(String host, Path directory) {
        var authority = new Authority(directory);
        authority.keytool(
                "-genkeypair -alias ca -dname CN=Test-Authority -ext bc:c=ca:true -ext ku:c=keyCertSign,cRLSign");
        authority.keytool("-genkeypair -alias server -dname CN=" + host);
        authority.keytool("-certreq -alias server -file " + directory.resolve("server.csr"));
        authority.keytool("-gencert -alias ca -ext san=dns:" + host + " -ext eku=serverAuth -rfc -validity 30 -infile "
                + directory.resolve("server.csr") + " -outfile " + authority.certificate());
        authority.keytool("-exportcert -alias ca -rfc -file " + authority.root());
        return authority;
    }

    /** What clients have to trust, as PEM. */
    Path root() {
        return directory.resolve("ca.pem");
    }

    /** The server's certificate, as PEM. */
    Path certificate() {
        return directory.resolve("server.pem");
    }

    /** The server's key, as PEM. */
    Path key() {
        try (InputStream input = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(input, PASSWORD.toCharArray());
            var encoded = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                    .encodeToString(
                            keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
            return Files.writeString(
                    directory.resolve("server.key"),
                    "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
            command.addAll(List.of(arguments.split(" ", -1)));
            command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
            if (arguments.startsWith("-genkeypair")) {
                command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
            }
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool " + arguments + ": " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
