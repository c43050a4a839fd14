package org.sagrada.client.store;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;

/**
 * A file that is encrypted (JWE, A256GCM) with a key in another, so that a copy of the one alone gives nothing away. Both are for
 * their owner's eyes only.
 */
final class SealedFile {

    private final Path file;
    private final Path keyFile;
    private final SecureRandom random;

    SealedFile(Path file, Path keyFile, SecureRandom random) {
        this.file = file;
        this.keyFile = keyFile;
        this.random = random;
    }

    /** The text; empty if there is none yet. */
    Optional<String> read() {
        try {
            JWEObject sealed = JWEObject.parse(PrivateFile.read(file));
            sealed.decrypt(
                    new DirectDecrypter(Key32.fromHex(PrivateFile.read(keyFile)).bytes()));
            return Optional.of(sealed.getPayload().toString());
        } catch (NoSuchFileException nothingYet) {
            return Optional.empty();
        } catch (IOException | ParseException | JOSEException | IllegalArgumentException broken) {
            throw unreadable(broken);
        }
    }

    void write(String text) {
        JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key().bytes()));
            PrivateFile.write(file, sealed.serialize());
        } catch (IOException | JOSEException broken) {
            throw new StoreException("can't keep accounts in " + file, broken);
        }
    }

    StoreException unreadable(Exception broken) {
        return new StoreException("the kept accounts in " + file + " can't be read; log in again", broken);
    }

    private Key32 key() throws IOException {
        try {
            return Key32.fromHex(PrivateFile.read(keyFile));
        } catch (NoSuchFileException none) {
            Key32 key = Key32.random(random);
            PrivateFile.write(keyFile, key.toHex());
            return key;
        }
    }
}
