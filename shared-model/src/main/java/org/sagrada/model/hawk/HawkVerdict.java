package org.sagrada.model.hawk;

/** What a {@link HawkVerifier} found; each refusal is the one rule that was broken first. */
public sealed interface HawkVerdict {

    /** All rules are kept. Whether the nonce is new remains for the caller to see. */
    record Accepted(HawkHeader header) implements HawkVerdict {}

    /** The header is absent or can't be read; the reason holds nothing of its content. */
    record BadHeader(String reason) implements HawkVerdict {}

    /** No credentials go by this id. */
    record UnknownId() implements HawkVerdict {}

    /** The MAC belongs to another request or another key. */
    record BadMac() implements HawkVerdict {}

    /**
     * The MAC is right and the time out of the window.
     *
     * @param ts the server's time in seconds
     * @param tsm proof of it for the holder of the key
     */
    record StaleTimestamp(long ts, String tsm) implements HawkVerdict {

        /** The {@code WWW-Authenticate} header that lets the client correct its clock. */
        public String challenge() {
            return HawkAttributes.empty()
                    .put("ts", Long.toString(ts))
                    .put("tsm", tsm)
                    .put("error", "Stale timestamp")
                    .format();
        }
    }

    /** The payload isn't the one that was signed. */
    record BadPayloadHash() implements HawkVerdict {}
}
