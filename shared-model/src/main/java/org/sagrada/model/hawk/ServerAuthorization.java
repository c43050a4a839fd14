package org.sagrada.model.hawk;

import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.ConstantTime;

/**
 * The {@code Server-Authorization} header: the answer, signed with the request's key and bound to that request.
 *
 * @param hash of the answer's payload, see {@link PayloadHash}
 */
public record ServerAuthorization(
        String mac, @Nullable String hash, @Nullable String ext) {

    /** Signs the answer to a request that had these artifacts. */
    public static ServerAuthorization sign(
            HawkCredentials credentials,
            HawkRequest request,
            HawkArtifacts requestArtifacts,
            @Nullable String hash,
            @Nullable String ext) {
        String mac = HawkMac.ofResponse(credentials, request, requestArtifacts.with(hash, ext));
        return new ServerAuthorization(mac, hash, ext);
    }

    /**
     * Reads the header's value.
     *
     * @throws MalformedHawkHeaderException for a broken grammar or a missing mac
     */
    public static ServerAuthorization parse(String header) {
        HawkAttributes attributes = HawkAttributes.parse(header);
        return new ServerAuthorization(attributes.require("mac"), attributes.get("hash"), attributes.get("ext"));
    }

    /** The header's value as {@link #parse} reads it. */
    public String format() {
        return HawkAttributes.empty()
                .put("mac", mac)
                .put("hash", hash)
                .put("ext", ext)
                .format();
    }

    /** Whether this was signed for the request that had these artifacts. */
    public boolean verifies(HawkCredentials credentials, HawkRequest request, HawkArtifacts requestArtifacts) {
        return ConstantTime.equal(
                sign(credentials, request, requestArtifacts, hash, ext).mac(), mac);
    }
}
