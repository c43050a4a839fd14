package org.sagrada.pidp.request;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner spells it. The spelling matters, since the password's salt contains it; two addresses that
 * differ only in case are one account's.
 *
 * @param text at most 255 characters
 */
public record EmailAddress(String text) {

    private static final int LONGEST = 255;
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{C}\\p{Z}\\ufff9-\\uffff]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");

    /** Reads an address, or nothing where the text is none. */
    public static Optional<EmailAddress> parse(String text) {
        var at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST || FORBIDDEN.matcher(text).find()) {
            return Optional.empty();
        }
        // Letters beyond ASCII stand for themselves; their number is what counts.
        var local = NOT_ASCII.matcher(text.substring(0, at)).replaceAll("x");
        return LOCAL.matcher(local).matches() && isDomain(text.substring(at + 1))
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /** The key under which the address is looked up and counted. */
    public String normalized() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** What follows the last {@code @}, in lower case. */
    public String domain() {
        return normalized().substring(text.lastIndexOf('@') + 1);
    }

    private static boolean isDomain(String domain) {
        try {
            return DOMAIN.matcher(IDN.toASCII(domain)).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
