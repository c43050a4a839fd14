package org.sagrada.pidp.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.model.onepw.Key32;

/**
 * A signed-in user on one device, known by the id of a token that the server does not have. A change gives another value, which
 * {@link SessionTable#save} stores.
 *
 * @param tokenId the id under which requests name the token, 64 hexadecimal digits
 * @param requestKey what requests are signed with
 * @param uid the account
 * @param handle a name for lists of sessions, which gives no power over it
 * @param createdAt when it began
 * @param authAt when the password was last shown
 * @param lastUsedAt when it last signed a request, to the minute
 * @param userAgent what the client calls itself; empty when it does not
 * @param methods how the user proved who they are
 * @param verificationId what has to come back to verify it; nothing when it is verified
 */
public record Session(
        String tokenId,
        Key32 requestKey,
        String uid,
        String handle,
        Instant createdAt,
        Instant authAt,
        Instant lastUsedAt,
        String userAgent,
        List<AuthenticationMethod> methods,
        Optional<String> verificationId) {

    /** Whether no further proof is asked of it. */
    public boolean isVerified() {
        return verificationId.isEmpty();
    }

    /** Whether this is the code that has to come back. */
    public boolean isWaitingFor(String code) {
        return verificationId
                .filter(expected -> ConstantTime.equal(expected, code))
                .isPresent();
    }

    /** After a further proof, when nothing more is asked. */
    public Session verifiedBy(AuthenticationMethod method) {
        var all = Stream.concat(methods.stream(), Stream.of(method)).distinct().toList();
        return with(authAt, all, Optional.empty());
    }

    /** After its address was verified by other means, which add no proof to it. */
    public Session verifiedWithAddress() {
        return with(authAt, methods, Optional.empty());
    }

    /** After the password was shown again. */
    public Session reauthenticated(Instant now) {
        return with(now, methods, verificationId);
    }

    @Override
    public String toString() {
        return "Session[uid=" + uid + "]";
    }

    private Session with(Instant authAt, List<AuthenticationMethod> methods, Optional<String> verificationId) {
        return new Session(
                tokenId, requestKey, uid, handle, createdAt, authAt, lastUsedAt, userAgent, methods, verificationId);
    }
}
