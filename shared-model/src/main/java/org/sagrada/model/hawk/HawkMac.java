package org.sagrada.model.hawk;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The three codes of Hawk: over a request, over the answer to it, and over the server's time. */
final class HawkMac {

    private HawkMac() {}

    static String ofRequest(HawkCredentials credentials, HawkRequest request, HawkArtifacts artifacts) {
        return encoded(credentials, normalized("header", request, artifacts));
    }

    static String ofResponse(HawkCredentials credentials, HawkRequest request, HawkArtifacts artifacts) {
        return encoded(credentials, normalized("response", request, artifacts));
    }

    static String ofTime(HawkCredentials credentials, long ts) {
        return encoded(credentials, "hawk.1.ts\n" + ts + "\n");
    }

    static String normalized(String type, HawkRequest request, HawkArtifacts artifacts) {
        StringBuilder text = new StringBuilder(256);
        line(text, "hawk.1." + type);
        line(text, Long.toString(artifacts.ts()));
        line(text, artifacts.nonce());
        line(text, request.method());
        line(text, request.target());
        line(text, request.host());
        line(text, Integer.toString(request.port()));
        line(text, artifacts.hash());
        line(text, artifacts.ext());
        if (artifacts.app() != null) {
            line(text, artifacts.app());
            line(text, artifacts.dlg());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, @Nullable String value) {
        text.append(value == null ? "" : value).append('\n');
    }

    private static String encoded(HawkCredentials credentials, String normalized) {
        return Base64.getEncoder().encodeToString(credentials.mac(normalized));
    }
}
