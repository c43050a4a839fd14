package org.sagrada.pidp.mail;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.Account;

/**
 * A mail to write.
 *
 * @param recipient the address
 * @param locale the reader's language
 * @param uid the account it is about
 * @param code what the reader has to bring back; null in a mail that only tells something
 * @param query further parameters of the link
 */
public record Mail(
        MailKind kind,
        String recipient,
        Locale locale,
        String uid,
        @Nullable String code,
        Map<String, String> query) {

    /** A mail to one of an account's addresses. */
    public static Mail to(String recipient, Account account, MailKind kind, @Nullable String code) {
        var locale = account.locale().map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
        return new Mail(kind, recipient, locale, account.uid(), code, Map.of());
    }

    /** The same with one more parameter in its link. */
    public Mail with(String parameter, String value) {
        var parameters = new LinkedHashMap<>(query);
        parameters.put(parameter, value);
        return new Mail(kind, recipient, locale, uid, code, parameters);
    }

    @Override
    public String toString() {
        return "Mail[" + kind + "]";
    }
}
