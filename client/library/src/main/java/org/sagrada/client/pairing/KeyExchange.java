package org.sagrada.client.pairing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.agreement.jpake.JPAKEParticipant;
import org.bouncycastle.crypto.agreement.jpake.JPAKEPrimeOrderGroups;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound1Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound2Payload;
import org.bouncycastle.crypto.agreement.jpake.JPAKERound3Payload;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.Json;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Hkdf;

/**
 * One side of a J-PAKE exchange (RFC 8236, in the 3072-bit group): whoever doesn't know the code ends up with another key, and learns
 * nothing but that. Each method makes or takes one part of a message; a part that doesn't fit throws
 * {@link PairingException.Tampered}.
 */
final class KeyExchange {

    private static final int LONGEST_NUMBER = 800;
    private static final byte[] KEY_INFO = "sagrada/pairing/v1".getBytes(UTF_8);

    private final String self;
    private final String partner;
    private final JPAKEParticipant participant;
    private final Map<String, Object> firstRound;
    private Map<String, Object> secondRound = Map.of();
    private String confirmation = "";
    private BigInteger secret = BigInteger.ZERO;

    KeyExchange(String self, String partner, PairingCode code, SecureRandom random) {
        this.self = self + "/" + code.channel();
        this.partner = partner + "/" + code.channel();
        this.participant = new JPAKEParticipant(
                this.self,
                code.secret().toCharArray(),
                JPAKEPrimeOrderGroups.NIST_3072,
                SHA256Digest.newInstance(),
                random);
        // The participant wants each round made before the partner's is taken.
        this.firstRound = makeFirstRound();
    }

    Map<String, Object> firstRound() {
        return firstRound;
    }

    /** Known once the partner's first round was taken. */
    Map<String, Object> secondRound() {
        return secondRound;
    }

    /** Proves that this side knows the code; known once the partner's second round was taken. */
    String confirmation() {
        return confirmation;
    }

    private Map<String, Object> makeFirstRound() {
        JPAKERound1Payload round = participant.createRound1PayloadToSend();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("gx1", hex(round.getGx1()));
        json.put("gx2", hex(round.getGx2()));
        json.put("proof1", hex(round.getKnowledgeProofForX1()));
        json.put("proof2", hex(round.getKnowledgeProofForX2()));
        return json;
    }

    void takeFirstRound(Json json) {
        try {
            participant.validateRound1PayloadReceived(new JPAKERound1Payload(
                    partner, number(json, "gx1"), number(json, "gx2"), proof(json, "proof1"), proof(json, "proof2")));
        } catch (CryptoException refused) {
            throw new PairingException.Tampered();
        }
        secondRound = makeSecondRound();
    }

    private Map<String, Object> makeSecondRound() {
        JPAKERound2Payload round = participant.createRound2PayloadToSend();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", hex(round.getA()));
        json.put("proof", hex(round.getKnowledgeProofForX2s()));
        return json;
    }

    void takeSecondRound(Json json) {
        try {
            participant.validateRound2PayloadReceived(
                    new JPAKERound2Payload(partner, number(json, "a"), proof(json, "proof")));
        } catch (CryptoException refused) {
            throw new PairingException.Tampered();
        }
        secret = participant.calculateKeyingMaterial();
        // The library reads the code's bytes as a number that may be negative.
        confirmation = Hex.encode(
                participant.createRound3PayloadToSend(secret).getMacTag().toByteArray());
    }

    /**
     * Checks that the partner knows the code.
     *
     * @throws PairingException.WrongCode if it doesn't
     */
    void takeConfirmation(Json json) {
        String text = json.textOrNull("confirmation");
        if (text == null || !text.matches("([0-9a-f]{2}){1,40}")) {
            throw new PairingException.Tampered();
        }
        try {
            participant.validateRound3PayloadReceived(
                    new JPAKERound3Payload(partner, new BigInteger(Hex.decode(text))), secret);
        } catch (CryptoException refused) {
            throw new PairingException.WrongCode();
        }
    }

    /** Seals a text for the partner (JWE, A256GCM). */
    String seal(String text) {
        JWEObject sealed = new JWEObject(new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), new Payload(text));
        try {
            sealed.encrypt(new DirectEncrypter(key()));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("every Java platform has AES-GCM", unusable);
        }
        return sealed.serialize();
    }

    /** Opens what the partner sealed. */
    String open(String sealed) {
        try {
            JWEObject jwe = JWEObject.parse(sealed);
            jwe.decrypt(new DirectDecrypter(key()));
            return jwe.getPayload().toString();
        } catch (ParseException | JOSEException refused) {
            throw new PairingException.Tampered();
        }
    }

    private byte[] key() {
        return Hkdf.derive(secret.toByteArray(), KEY_INFO, 32);
    }

    private static String hex(BigInteger number) {
        return number.toString(16);
    }

    private static List<String> hex(BigInteger[] numbers) {
        return List.of(hex(numbers[0]), hex(numbers[1]));
    }

    private static BigInteger number(Json json, String name) {
        return number(json.asMap().get(name));
    }

    private static BigInteger[] proof(Json json, String name) {
        if (json.asMap().get(name) instanceof List<?> pair && pair.size() == 2) {
            return new BigInteger[] {number(pair.get(0)), number(pair.get(1))};
        }
        throw new PairingException.Tampered();
    }

    private static BigInteger number(@Nullable Object value) {
        if (value instanceof String text && text.length() <= LONGEST_NUMBER && text.matches("[0-9a-f]+")) {
            return new BigInteger(text, 16);
        }
        throw new PairingException.Tampered();
    }
}
