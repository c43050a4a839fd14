package org.sagrada.pidp.account;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.time.Instant;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.password.Credentials;

/**
 * An account. Its times never go back, and {@code verifierSetAt} is never before {@code keysChangedAt}. A change gives another
 * value, which {@link AccountTable#save} stores.
 *
 * @param uid 32 hexadecimal digits
 * @param saltEmail the address as it was spelt when it went into the password's salt
 * @param ka the key of the account that outlives a lost password; it never changes
 * @param credentials what is kept instead of the password
 * @param locale the user's language, as the first request named it
 * @param createdAt when it was made
 * @param verifierSetAt when the password was last set: the account's generation
 * @param keysChangedAt when kB last changed
 * @param profileChangedAt when the address, the second step or the password last changed
 * @param disabledAt when the operator locked it
 * @param commandIndex the number of the last command for a device
 */
public record Account(
        String uid,
        String saltEmail,
        Key32 ka,
        Credentials credentials,
        Optional<String> locale,
        Instant createdAt,
        Instant verifierSetAt,
        Instant keysChangedAt,
        Instant profileChangedAt,
        Optional<Instant> disabledAt,
        long commandIndex) {

    /** A new account, whose password and keys are as old as itself. */
    public static Account create(
            String uid, String saltEmail, Key32 ka, Credentials credentials, Optional<String> locale, Instant now) {
        var at = now.truncatedTo(MILLIS);
        return new Account(uid, saltEmail, ka, credentials, locale, at, at, at, at, Optional.empty(), 0);
    }

    /** Whether the operator has locked it. */
    public boolean isDisabled() {
        return disabledAt.isPresent();
    }

    /** With other credentials for the same kB. */
    public Account withPassword(Credentials replacement, Instant now) {
        return with(
                replacement,
                later(verifierSetAt, now),
                keysChangedAt,
                later(profileChangedAt, now),
                disabledAt,
                commandIndex);
    }

    /** With other credentials and another kB: what the old one encrypted is lost. */
    public Account withNewKeys(Credentials replacement, Instant now) {
        var at = later(verifierSetAt, now);
        return with(replacement, at, at, later(profileChangedAt, now), disabledAt, commandIndex);
    }

    /** With the same password in more versions: nothing that others see changes. */
    public Account withUpgradedPassword(Credentials replacement) {
        return with(replacement, verifierSetAt, keysChangedAt, profileChangedAt, disabledAt, commandIndex);
    }

    /** After something changed that the profile shows. */
    public Account withChangedProfile(Instant now) {
        return with(credentials, verifierSetAt, keysChangedAt, later(profileChangedAt, now), disabledAt, commandIndex);
    }

    /** Locked; its generation rises, so that what was signed for it before counts no more. */
    public Account disabled(Instant now) {
        return with(
                credentials,
                later(verifierSetAt, now),
                keysChangedAt,
                profileChangedAt,
                Optional.of(now),
                commandIndex);
    }

    /** Open again. */
    public Account enabled() {
        return with(credentials, verifierSetAt, keysChangedAt, profileChangedAt, Optional.empty(), commandIndex);
    }

    /** With the next number for a command, which is never used twice. */
    public Account withNextCommand() {
        return with(credentials, verifierSetAt, keysChangedAt, profileChangedAt, disabledAt, commandIndex + 1);
    }

    @Override
    public String toString() {
        return "Account[uid=" + uid + "]";
    }

    private Account with(
            Credentials credentials,
            Instant verifierSetAt,
            Instant keysChangedAt,
            Instant profileChangedAt,
            Optional<Instant> disabledAt,
            long commandIndex) {
        return new Account(
                uid,
                saltEmail,
                ka,
                credentials,
                locale,
                createdAt,
                verifierSetAt,
                keysChangedAt,
                profileChangedAt,
                disabledAt,
                commandIndex);
    }

    private static Instant later(Instant known, Instant now) {
        // Others see milliseconds, and a clock that was set back must not take a generation back.
        var rounded = now.truncatedTo(MILLIS);
        return rounded.isAfter(known) ? rounded : known.plusMillis(1);
    }
}
