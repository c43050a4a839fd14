package org.sagrada.pidp.password;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.Verifier;
import org.sagrada.pidp.password.Credentials.Locked;
import org.springframework.stereotype.Component;

/**
 * The server's half of the onepw protocol: makes credentials and checks proofs against them. Each costs an scrypt, so call it
 * outside of any transaction.
 */
@Component
public final class Passwords {

    private final Stretcher stretcher;
    private final ScryptSettings settings;
    private final SecureRandom random;

    Passwords(Stretcher stretcher, ScryptSettings settings, SecureRandom random) {
        this.stretcher = stretcher;
        this.settings = settings;
        this.random = random;
    }

    /** Credentials under a new salt; without a given wrapKb, kB becomes a new random key that nobody has chosen. */
    public Made make(NewPassword password) {
        var salt = Key32.random(random);
        var wrapKb = password.wrapKb().orElseGet(() -> Key32.random(random));
        var opened = new ArrayList<OpenedCredentials>();
        opened.add(new OpenedCredentials(false, wrapKb));
        password.version2().ifPresent(version2 -> opened.add(new OpenedCredentials(true, version2.wrapKb())));
        var credentials = new Credentials(
                salt,
                settings.cost(),
                lock(password.authPw(), salt, wrapKb),
                password.version2().map(version2 -> lock(version2, salt)).orElse(null));
        return new Made(credentials, opened);
    }

    /** Opens the credentials with a proof of either version, or nothing when the password is wrong. */
    public Optional<OpenedCredentials> open(Credentials credentials, Key32 authPw) {
        var verifier = stretcher.stretch(authPw, credentials.authSalt(), credentials.scryptCost());
        return open(verifier, credentials.version1(), false)
                .or(() -> Optional.ofNullable(credentials.version2())
                        .flatMap(version2 -> open(verifier, version2.locked(), true)));
    }

    private Credentials.Version2 lock(NewPassword.Version2 version2, Key32 salt) {
        return new Credentials.Version2(lock(version2.authPw(), salt, version2.wrapKb()), version2.clientSalt());
    }

    private Locked lock(Key32 authPw, Key32 salt, Key32 wrapKb) {
        var verifier = stretcher.stretch(authPw, salt, settings.cost());
        return new Locked(verifier.verifyHash(), verifier.wrapWrapKb(wrapKb));
    }

    private static Optional<OpenedCredentials> open(Verifier verifier, Locked locked, boolean isVersion2) {
        return verifier.matches(locked.verifyHash())
                ? Optional.of(new OpenedCredentials(isVersion2, verifier.wrapKb(locked.wrapWrapKb())))
                : Optional.empty();
    }

    /**
     * New credentials.
     *
     * @param opened what each version of the password opens
     */
    public record Made(Credentials credentials, List<OpenedCredentials> opened) {}
}
