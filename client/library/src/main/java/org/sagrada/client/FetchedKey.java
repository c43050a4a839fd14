package org.sagrada.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.account.AccountServer;
import org.sagrada.client.account.Session;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.QuickStretch;

/** kB, fetched when it is first needed: the server gives it out once, and only when the account is confirmed. */
final class FetchedKey implements Supplier<Key32> {

    private final AccountServer accounts;
    private final Session session;
    private final QuickStretch stretch;
    private @Nullable Key32 kB;

    FetchedKey(AccountServer accounts, Session session, QuickStretch stretch) {
        this.accounts = accounts;
        this.session = session;
        this.stretch = stretch;
    }

    @Override
    public synchronized Key32 get() {
        Key32 known = kB;
        if (known == null) {
            Key32 token = session.keyFetchToken();
            if (token == null) {
                throw new UnexpectedAnswerException("the identity provider gave no token for the keys");
            }
            known = accounts.keys(token).kB(stretch);
            kB = known;
        }
        return known;
    }
}
