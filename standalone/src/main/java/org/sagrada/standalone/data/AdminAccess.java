package org.sagrada.standalone.data;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sagrada.standalone.StartRefusal;

/**
 * What opens the management APIs, kept in the data directory (mode 0600) together with where they are: there
 * {@code sagrada-admin} finds both. The tokens stay; the file is written at each start, since the port may be another one.
 *
 * @param tokenService null where the operator has set a token of their own, which isn't written anywhere
 * @param pidp likewise
 */
public record AdminAccess(
        @Nullable String tokenService, @Nullable String pidp) {

    private static final String FILE = "admin.properties";
    private static final String TOKEN_SERVICE = "token.admin.";
    private static final String PIDP = "pidp.admin.";

    /**
     * Reads the tokens of a data directory, or makes them, and writes where they are good.
     *
     * @param management root of the management port, without a slash at the end
     * @param ownTokenService true when the operator has a token of their own for the token service
     * @param ownPidp true when the operator has one for the PIdP
     */
    public static AdminAccess of(
            DataDirectory directory, String management, boolean ownTokenService, boolean ownPidp, SecureRandom random) {
        var file = directory.resolve(FILE);
        try {
            var known = read(file);
            var access = new AdminAccess(
                    ownTokenService ? null : kept(known, TOKEN_SERVICE, random),
                    ownPidp ? null : kept(known, PIDP, random));
            SecretFile.write(file, access.text(management));
            return access;
        } catch (IOException e) {
            throw new StartRefusal("The file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "AdminAccess[...]";
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        if (Files.exists(file)) {
            properties.load(new StringReader(Files.readString(file)));
        }
        return properties;
    }

    private static String kept(Properties known, String service, SecureRandom random) {
        var token = known.getProperty(service + "token", "");
        return token.isBlank() ? SecretFile.newSecret(random) : token;
    }

    private String text(String management) {
        return "# For sagrada-admin. Written at each start; the tokens stay the same. Keep it secret.\n"
                + lines(TOKEN_SERVICE, management + "/token", tokenService)
                + lines(PIDP, management + "/pidp", pidp);
    }

    private static String lines(String service, String url, @Nullable String token) {
        return service + "url=" + url + "\n" + (token == null ? "" : service + "token=" + token + "\n");
    }
}
