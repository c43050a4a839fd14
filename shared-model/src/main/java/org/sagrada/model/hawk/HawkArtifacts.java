package org.sagrada.model.hawk;

import org.jspecify.annotations.Nullable;

/**
 * What a signer adds to a request and the MAC binds with it.
 *
 * @param ts when it was signed, in seconds since 1970
 * @param nonce a text never used twice with the same time
 * @param hash of the payload in base64, see {@link PayloadHash}; null leaves the payload unsigned
 * @param ext free text for the application
 * @param app the application the credentials were issued to
 * @param dlg the application that delegated them; counts only beside {@code app}
 */
public record HawkArtifacts(
        long ts,
        String nonce,
        @Nullable String hash,
        @Nullable String ext,
        @Nullable String app,
        @Nullable String dlg) {

    /** Only a time and a nonce. */
    public static HawkArtifacts of(long ts, String nonce) {
        return new HawkArtifacts(ts, nonce, null, null, null, null);
    }

    /** The same with another payload hash and ext. */
    public HawkArtifacts with(@Nullable String hash, @Nullable String ext) {
        return new HawkArtifacts(ts, nonce, hash, ext, app, dlg);
    }
}
