package org.sagrada.pidp.key;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.AccountKeys;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.account.Account;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.password.OpenedCredentials;
import org.sagrada.pidp.session.Session;
import org.springframework.stereotype.Component;

/** Makes key-fetch tokens, while a request knows the right password. Call it within a transaction. */
@Component
public final class KeyFetchTokens {

    private final KeyFetchTokenTable tokens;
    private final TokenMint mint;
    private final Clock clock;

    KeyFetchTokens(KeyFetchTokenTable tokens, TokenMint mint, Clock clock) {
        this.tokens = tokens;
        this.mint = mint;
        this.clock = clock;
    }

    /**
     * A token for the account's keys, 64 hexadecimal digits.
     *
     * @param session which has to be verified before the keys are handed out; null when the account's verification is enough
     */
    public String make(Account account, @Nullable Session session, OpenedCredentials opened) {
        var token = mint.mint(TokenKind.KEY_FETCH);
        var bundle =
                new AccountKeys(account.ka(), opened.wrapKb()).seal(token.keys().bundleKey());
        var sessionId = Optional.ofNullable(session).map(Session::tokenId);
        tokens.add(
                new KeyFetchToken(token.id(), token.requestKey(), account.uid(), sessionId, bundle), clock.instant());
        return token.token();
    }

    /** Takes back all tokens of an account that were not used. */
    public void revokeAll(String uid) {
        tokens.deleteAll(uid);
    }
}
