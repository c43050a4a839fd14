package org.sagrada.token.credential;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The user's uid at an issuer, fit to be the local part of an e-mail. */
final class Subject {

    private static final Pattern FORM = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~.\\-]{1,64}");

    private Subject() {}

    static String of(@Nullable Object claim) {
        if (claim instanceof String subject && FORM.matcher(subject).matches()) {
            return subject;
        }
        throw JwtAccessTokens.refusal("token-subject", "no uid").toException();
    }
}
