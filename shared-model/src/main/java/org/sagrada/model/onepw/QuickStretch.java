package org.sagrada.model.onepw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.sagrada.model.crypto.Hex;

/**
 * The client's half of onepw: the password, stretched on the device, becomes what is sent ({@link #authPw}) and what never is
 * ({@link #unwrapBKey}). Neither leads back to the password or to the other.
 *
 * @param authPw proves to the server that the password is known
 * @param unwrapBKey opens kB out of what the server keeps
 */
public record QuickStretch(Key32 authPw, Key32 unwrapBKey) {

    private static final int V1_ITERATIONS = 1000;
    private static final int V2_ITERATIONS = 650_000;
    private static final int V2_SALT_BYTES = 16;
    private static final String V2_SALT_PREFIX = Namespace.PREFIX + "quickStretchV2:";
    private static final Pattern V2_SALT = Pattern.compile(Pattern.quote(V2_SALT_PREFIX) + "[0-9a-f]{32}");

    /**
     * The first version, salted by the e-mail address exactly as the account was created with it; a server that knows it in
     * another spelling says so.
     */
    public static QuickStretch v1(String email, String password) {
        return of(password, Namespace.PREFIX + "quickStretch:" + email, V1_ITERATIONS);
    }

    /**
     * The second version: a random salt, kept by the server, and 650,000 iterations.
     *
     * @throws IllegalArgumentException if the salt isn't one of {@link #newClientSalt}
     */
    public static QuickStretch v2(String clientSalt, String password) {
        if (!isClientSalt(clientSalt)) {
            throw new IllegalArgumentException("not the salt of a second-version password");
        }
        return of(password, clientSalt, V2_ITERATIONS);
    }

    /** A salt for {@link #v2}: a fixed prefix and 16 random bytes as hexadecimal digits. */
    public static String newClientSalt(SecureRandom random) {
        byte[] bytes = new byte[V2_SALT_BYTES];
        random.nextBytes(bytes);
        return V2_SALT_PREFIX + Hex.encode(bytes);
    }

    /** Whether the text has the form of {@link #newClientSalt}. */
    public static boolean isClientSalt(String text) {
        return V2_SALT.matcher(text).matches();
    }

    private static QuickStretch of(String password, String salt, int iterations) {
        Key32 stretched = pbkdf2(password.getBytes(UTF_8), salt.getBytes(UTF_8), iterations);
        return new QuickStretch(Namespace.derive(stretched, "authPW"), Namespace.derive(stretched, "unwrapBkey"));
    }

    private static Key32 pbkdf2(byte[] password, byte[] salt, int iterations) {
        // Not the platform's own, which takes characters and can't be relied on to encode them as UTF-8.
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(password, salt, iterations);
        KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(Key32.LENGTH * Byte.SIZE);
        return Key32.of(key.getKey());
    }
}
