package org.sagrada.client.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Servers;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.Urls;
import org.sagrada.model.browserid.MalformedBrowserIdException;
import org.sagrada.model.browserid.SupportDocument;

/** Looks at a system from the outside, step by step; each step that fails says what to look for. */
final class Examination {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);
    private static final String PIDP = "identity provider";
    private static final String TOKEN_SERVICE = "token service";

    private final HttpTransport transport;
    private final InstantSource clock;
    private final Findings findings;

    Examination(HttpTransport transport, InstantSource clock, Findings findings) {
        this.transport = transport;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Examines what is at an address.
     *
     * @return its servers; null if it doesn't come to that
     */
    @Nullable
    Servers examine(URI address, Supplier<Servers> discovery) {
        if (!answers(address)) {
            return null;
        }
        new TlsExamination(clock, findings).examine(address);
        Servers servers;
        try {
            servers = discovery.get();
        } catch (ClientException broken) {
            findings.bad("discovery", "the published client configuration can't be used: " + broken.getMessage());
            return null;
        }
        examineDiscovery(address, servers);
        examineIssuer(servers.pidp());
        examineTokenService(servers.token());
        return servers;
    }

    private boolean answers(URI address) {
        try {
            HttpAnswer answer = get(address, "/__heartbeat__");
            if (answer.status() == 200) {
                findings.ok("answer", address + " answers, and its database too" + version(address));
            } else if (answer.status() == 503) {
                findings.bad("answer", address + " answers, but its database doesn't; look into the server's log");
            } else {
                findings.bad(
                        "answer",
                        address + " answers with status " + answer.status() + ": is it really such a system?");
            }
            return true;
        } catch (IOException broken) {
            findings.bad("answer", "nobody answers at " + address + ": " + Trouble.why(broken));
            return false;
        }
    }

    private String version(URI address) {
        try {
            String version =
                    Json.parseOrEmpty(get(address, "/__version__").body()).textOrNull("version");
            return version == null ? "" : "; version " + version;
        } catch (IOException untold) {
            return "";
        }
    }

    private void examineDiscovery(URI address, Servers servers) {
        findings.ok("discovery", PIDP + " at " + servers.pidp() + ", " + TOKEN_SERVICE + " at " + servers.token());
        for (URI told : new URI[] {servers.pidp(), servers.token()}) {
            if (isLoopback(told) && !isLoopback(address)) {
                findings.bad(
                        "discovery",
                        "the system tells clients to use " + told + ", which only the server itself reaches: set its"
                                + " sagrada.public-url to the address that clients use");
            } else if ("https".equalsIgnoreCase(address.getScheme()) && !"https".equalsIgnoreCase(told.getScheme())) {
                findings.bad(
                        "discovery",
                        "the system is reached by https, but tells clients to use " + told
                                + ": set its sagrada.public-url to https");
            }
        }
    }

    static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private void examineIssuer(URI pidp) {
        try {
            HttpAnswer answer = get(pidp, "/.well-known/browserid");
            examineClock(PIDP, answer);
            if (answer.status() != 200) {
                findings.bad(
                        "keys",
                        "the identity provider publishes no signing key (status " + answer.status()
                                + "): the token service can't trust it");
                return;
            }
            if (SupportDocument.parse(answer.body()) instanceof SupportDocument.Primary primary) {
                findings.ok(
                        "keys",
                        "the identity provider publishes " + primary.keys().size() + " signing key(s)");
            } else {
                findings.bad("keys", "the identity provider issues no certificates");
            }
        } catch (IOException broken) {
            findings.bad("keys", "the identity provider at " + pidp + " doesn't answer: " + Trouble.why(broken));
        } catch (MalformedBrowserIdException malformed) {
            findings.bad("keys", "the identity provider's published document can't be read: " + malformed.getMessage());
        }
    }

    private void examineTokenService(URI token) {
        for (String protocol : new String[] {"2.0", "1.5"}) {
            try {
                HttpAnswer answer = get(token, "/1.0/sync/" + protocol);
                if (protocol.equals("2.0")) {
                    examineClock(TOKEN_SERVICE, answer);
                }
                if (answer.status() == 401) {
                    findings.ok(
                            "token", "the token service asks for credentials, as it must (protocol " + protocol + ")");
                } else {
                    findings.bad(
                            "token",
                            "the token service answers with status " + answer.status() + " where 401 is due (protocol "
                                    + protocol + "): is " + token + " its address?");
                }
            } catch (IOException broken) {
                findings.bad("token", "the token service at " + token + " doesn't answer: " + Trouble.why(broken));
                return;
            }
        }
    }

    private void examineClock(String whose, HttpAnswer answer) {
        OptionalLong stamp = answer.headers().number("Timestamp");
        if (stamp.isEmpty()) {
            stamp = answer.headers().number("X-Timestamp");
        }
        if (stamp.isEmpty()) {
            findings.note("clock", "the " + whose + " doesn't tell its time");
            return;
        }
        Duration ahead = Duration.between(clock.instant(), Instant.ofEpochSecond(stamp.getAsLong()));
        if (ahead.abs().compareTo(TOLERATED_SKEW) > 0) {
            findings.bad(
                    "clock",
                    "the clock of the " + whose + " is " + ahead.abs().toSeconds() + " s "
                            + (ahead.isNegative() ? "behind" : "ahead of")
                            + " this device's: set the wrong one right (NTP)");
        } else {
            findings.ok("clock", "the clock of the " + whose + " agrees with this device's");
        }
    }

    private HttpAnswer get(URI base, String path) throws IOException {
        return transport.send(HttpCall.of("GET", Urls.at(base, path)));
    }
}
