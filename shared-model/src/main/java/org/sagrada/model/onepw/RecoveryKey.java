package org.sagrada.model.onepw;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Map;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Hkdf;

/**
 * A key on paper that brings kB over a reset of the password. The server keeps kB sealed under it and knows it by its id
 * alone.
 */
public final class RecoveryKey {

    private static final int SHORTEST = 16;
    private static final int LONGEST = 32;
    private static final int NEW_LENGTH = 20;
    private static final int ID_LENGTH = 16;

    private final byte[] key;
    private final byte[] uid;

    /**
     * A recovery key of one account.
     *
     * @param key 16 to 32 bytes
     * @param uid the account's id, 32 hexadecimal digits
     */
    public RecoveryKey(byte[] key, String uid) {
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a recovery key has 16 to 32 bytes, not " + key.length);
        }
        this.key = key.clone();
        this.uid = Hex.decode(uid);
    }

    /** A new one of 20 bytes. */
    public static RecoveryKey random(String uid, SecureRandom random) {
        byte[] key = new byte[NEW_LENGTH];
        random.nextBytes(key);
        return new RecoveryKey(key, uid);
    }

    /** A copy of the bytes, to be shown to the user once. */
    public byte[] bytes() {
        return key.clone();
    }

    /** What the server knows it by: 32 hexadecimal digits. */
    public String id() {
        return Hex.encode(derive("fxa recovery fingerprint", ID_LENGTH));
    }

    /** kB sealed under this key, for the server to keep: a compact JWE (RFC 7516) with {@code dir} and {@code A256GCM}. */
    public String seal(Key32 kB) {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .keyID(id())
                .build();
        JWEObject sealed = new JWEObject(header, new Payload(Map.of("kB", kB.toHex())));
        try {
            sealed.encrypt(new DirectEncrypter(encryptionKey()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("every Java platform has AES-GCM", unusable);
        }
        return sealed.serialize();
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws BundleException if it was made with another key, was changed, or isn't sealed data at all
     */
    public Key32 open(String recoveryData) throws BundleException {
        try {
            JWEObject sealed = JWEObject.parse(recoveryData);
            sealed.decrypt(new DirectDecrypter(encryptionKey()));
            Map<String, Object> plain = sealed.getPayload().toJSONObject();
            if (plain != null && plain.get("kB") instanceof String digits) {
                return Key32.fromHex(digits);
            }
            throw new BundleException();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException refused) {
            throw new BundleException();
        }
    }

    private byte[] encryptionKey() {
        return derive("fxa recovery encrypt key", Key32.LENGTH);
    }

    private byte[] derive(String info, int length) {
        return Hkdf.derive(key, uid, info.getBytes(UTF_8), length);
    }

    @Override
    public String toString() {
        return "RecoveryKey[" + id() + "]";
    }
}
