package org.sagrada.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.Map;

/** Signs OAuth and event tokens with the first of the published test keys. */
public final class AccessTokenMaker {

    private static final RSAKey KEY = key();

    private AccessTokenMaker() {}

    /** The published keys, to be served. */
    public static String jwks() {
        return Vectors.read("oauth.json").path("jwks").toString();
    }

    /** A signed token of a type. */
    public static String sign(String type, Map<String, Object> claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(KEY.getKeyID())
                .build();
        var token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return RSAKey.parse(
                    Vectors.read("oauth.json").path("private_jwks").path(0).toString());
        } catch (ParseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
