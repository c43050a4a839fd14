package org.sagrada.model.hawk;

/** The {@code Authorization} header of a signed request. */
public record HawkHeader(String id, HawkArtifacts artifacts, String mac) {

    /** Signs a request. */
    public static HawkHeader sign(HawkCredentials credentials, HawkRequest request, HawkArtifacts artifacts) {
        return new HawkHeader(credentials.id(), artifacts, HawkMac.ofRequest(credentials, request, artifacts));
    }

    /**
     * Reads the header's value. Attributes Hawk doesn't know are passed over.
     *
     * @throws MalformedHawkHeaderException for another scheme, a broken grammar, an attribute given twice, a missing
     *     id, ts, nonce or mac, or a ts that isn't a whole number
     */
    public static HawkHeader parse(String authorization) {
        HawkAttributes attributes = HawkAttributes.parse(authorization);
        HawkArtifacts artifacts = new HawkArtifacts(
                seconds(attributes.require("ts")),
                attributes.require("nonce"),
                attributes.get("hash"),
                attributes.get("ext"),
                attributes.get("app"),
                attributes.get("dlg"));
        return new HawkHeader(attributes.require("id"), artifacts, attributes.require("mac"));
    }

    /** The header's value as {@link #parse} reads it. */
    public String format() {
        return HawkAttributes.empty()
                .put("id", id)
                .put("ts", Long.toString(artifacts.ts()))
                .put("nonce", artifacts.nonce())
                .put("hash", artifacts.hash())
                .put("ext", artifacts.ext())
                .put("mac", mac)
                .put("app", artifacts.app())
                .put("dlg", artifacts.dlg())
                .format();
    }

    private static long seconds(String ts) {
        if (ts.length() > 15 || !ts.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            throw new MalformedHawkHeaderException("ts isn't a whole number of seconds");
        }
        return Long.parseLong(ts);
    }

    @Override
    public String toString() {
        return "HawkHeader[redacted]";
    }
}
