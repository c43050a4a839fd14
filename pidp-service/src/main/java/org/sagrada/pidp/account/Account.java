package org.sagrada.pidp.account;

import static java.time.temporal.ChronoUnit.MILLIS;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.password.Credentials;

/** An account. Its times never go back, and {@code verifierSetAt} is never before {@code keysChangedAt}. */
@Entity
public class Account {

    @Id
    private String uid;

    private String saltEmail;
    private byte[] ka;

    @Embedded
    private Credentials credentials;

    private @Nullable String locale;
    private Instant createdAt;
    private Instant verifierSetAt;
    private Instant keysChangedAt;
    private Instant profileChangedAt;
    private @Nullable Instant disabledAt;
    private long commandIndex;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Account() {}

    /** A new account, whose password and keys are as old as itself. */
    public Account(
            String uid, String saltEmail, Key32 ka, Credentials credentials, @Nullable String locale, Instant now) {
        this.uid = uid;
        this.saltEmail = saltEmail;
        this.ka = ka.bytes();
        this.credentials = credentials;
        this.locale = locale;
        this.createdAt = now.truncatedTo(MILLIS);
        this.verifierSetAt = createdAt;
        this.keysChangedAt = createdAt;
        this.profileChangedAt = createdAt;
    }

    /** 32 hexadecimal digits. */
    public String uid() {
        return uid;
    }

    /** The address as it was spelt when it went into the password's salt. */
    public String saltEmail() {
        return saltEmail;
    }

    /** The key of the account that outlives a lost password; it never changes. */
    public Key32 ka() {
        return Key32.of(ka);
    }

    /** What is kept instead of the password. */
    public Credentials credentials() {
        return credentials;
    }

    /** The user's language, as the first request named it. */
    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When the password was last set: the account's generation. */
    public Instant verifierSetAt() {
        return verifierSetAt;
    }

    /** When kB last changed. */
    public Instant keysChangedAt() {
        return keysChangedAt;
    }

    /** When the address, the second step or the password last changed. */
    public Instant profileChangedAt() {
        return profileChangedAt;
    }

    /** Whether the operator has locked it. */
    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Other credentials for the same kB. */
    public void changePassword(Credentials replacement, Instant now) {
        credentials = replacement;
        verifierSetAt = later(verifierSetAt, now);
        profileChangedAt = later(profileChangedAt, now);
    }

    /** Other credentials and another kB: what the old one encrypted is lost. */
    public void resetKeys(Credentials replacement, Instant now) {
        changePassword(replacement, now);
        keysChangedAt = verifierSetAt;
    }

    /** The same password in more versions: nothing that others see changes. */
    public void upgradePassword(Credentials replacement) {
        credentials = replacement;
    }

    /** Notes that something changed that the profile shows. */
    public void profileChanged(Instant now) {
        profileChangedAt = later(profileChangedAt, now);
    }

    /** Locks the account; its generation rises, so that what was signed for it before counts no more. */
    public void disable(Instant now) {
        disabledAt = now;
        verifierSetAt = later(verifierSetAt, now);
    }

    /** Opens the account again. */
    public void enable() {
        disabledAt = null;
    }

    /** The number of the next command for a device; never used twice. */
    public long nextCommandIndex() {
        commandIndex++;
        return commandIndex;
    }

    /** The number of the last command for a device. */
    public long commandIndex() {
        return commandIndex;
    }

    private static Instant later(Instant known, Instant now) {
        // Others see milliseconds, and a clock that was set back must not take a generation back.
        var rounded = now.truncatedTo(MILLIS);
        return rounded.isAfter(known) ? rounded : known.plusMillis(1);
    }
}
