package org.sagrada.token.credential;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sagrada.token.fetch.Fetcher;
import org.sagrada.token.refusal.Refusal;

/** OAuth access tokens that say nothing themselves: their issuer is asked. */
public final class OpaqueAccessTokens {

    private final List<Issuer> issuers;
    private final OAuthSettings settings;
    private final Fetcher fetcher;

    /** A verifier that asks those of the issuers that can be asked. */
    public OpaqueAccessTokens(List<Issuer> issuers, OAuthSettings settings, Fetcher fetcher) {
        this.issuers =
                issuers.stream().filter(issuer -> issuer.verifyUrl() != null).toList();
        this.settings = settings;
        this.fetcher = fetcher;
    }

    AccessToken verify(String token) {
        for (Issuer issuer : issuers) {
            Fetcher.Answer answer = ask(issuer, token);
            if (answer.status() >= 500 || answer.status() == 429) {
                throw unavailable(issuer, "status " + answer.status()).toException();
            }
            if (answer.status() == 200) {
                return read(issuer, answer.body());
            }
        }
        throw JwtAccessTokens.refusal("token-opaque", "known to no issuer").toException();
    }

    private Fetcher.Answer ask(Issuer issuer, String token) {
        try {
            String question = JSONObjectUtils.toJSONString(Map.of("token", token));
            return fetcher.post(Objects.requireNonNull(issuer.verifyUrl()), question);
        } catch (IOException failed) {
            throw unavailable(issuer, String.valueOf(failed.getMessage())).toException();
        }
    }

    private AccessToken read(Issuer issuer, String json) {
        Map<String, Object> answer;
        try {
            answer = JSONObjectUtils.parse(json);
        } catch (ParseException malformed) {
            throw JwtAccessTokens.refusal("token-opaque", "no JSON object").toException();
        }
        if (!(answer.get("scope") instanceof List<?> scopes)) {
            throw JwtAccessTokens.refusal("token-opaque", "no scopes").toException();
        }
        if (!scopes.contains(settings.scope())) {
            throw JwtAccessTokens.refusal("token-scope", "without the scope of sync")
                    .toException();
        }
        return new AccessToken(
                issuer, Subject.of(answer.get("user")), AccessToken.generation(answer.get("generation")));
    }

    private static Refusal unavailable(Issuer issuer, String why) {
        return Refusal.unverifiable("issuer-unavailable", issuer.issuerName() + ": " + why);
    }
}
