package org.sagrada.pidp.mailbox;

import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.ConstantTime;

/** A channel as it was found under its lock. */
final class Channel {

    private final String firstId;
    private final @Nullable String secondId;
    private final byte[] content;
    private final @Nullable String etag;
    private final int fetches;

    Channel(String firstId, @Nullable String secondId, byte[] content, @Nullable String etag, int fetches) {
        this.firstId = firstId;
        this.secondId = secondId;
        this.content = content;
        this.etag = etag;
        this.fetches = fetches;
    }

    /** Whether a client may take part: it is the first, the second, or there is no second yet. */
    boolean admits(String clientId) {
        return secondId == null || isPartner(clientId);
    }

    /** Whether a client takes part already. */
    boolean isPartner(String clientId) {
        return ConstantTime.equal(firstId, clientId) || (secondId != null && ConstantTime.equal(secondId, clientId));
    }

    byte[] content() {
        return content;
    }

    /** The version of the content; null while nothing was put. */
    @Nullable
    String etag() {
        return etag;
    }

    int fetches() {
        return fetches;
    }

    /** Whether a conditional write may go on. */
    boolean meets(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var matches = ifMatch == null || (etag != null && (ifMatch.equals("*") || ifMatch.equals(etag)));
        var noneMatches = ifNoneMatch == null || etag == null || !(ifNoneMatch.equals("*") || ifNoneMatch.equals(etag));
        return matches && noneMatches;
    }
}
