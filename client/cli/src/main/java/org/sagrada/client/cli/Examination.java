package org.sagrada.client.cli;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.http.Urls;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.model.browserid.MalformedBrowserIdException;
import org.sagrada.model.browserid.SupportDocument;

/** Looks at a system from the outside, step by step; each step that fails says what to look for. */
final class Examination {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

    private final HttpTransport transport;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    Examination(HttpTransport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    List<Finding> findings() {
        return findings;
    }

    void examine(URI address, Supplier<Servers> discovery, List<SavedAccount> accounts) {
        if (!answers(address)) {
            return;
        }
        examineTransport(address);
        Servers servers;
        try {
            servers = discovery.get();
        } catch (ClientException broken) {
            bad("The published client configuration can't be used: " + broken.getMessage());
            return;
        }
        good("Identity provider at " + servers.pidp() + ", token service at " + servers.token());
        examineIssuer(servers.pidp());
        examineTokenService(servers.token());
        accounts.stream().filter(account -> account.servers().equals(servers)).forEach(this::examineAccount);
    }

    private boolean answers(URI address) {
        try {
            HttpAnswer answer = get(address, "/__heartbeat__");
            if (answer.status() == 200) {
                good(address + " answers, and its database too");
            } else if (answer.status() == 503) {
                bad(address + " answers, but its database doesn't");
            } else {
                bad(address + " answers with status " + answer.status() + ": is it really such a system?");
            }
            return true;
        } catch (IOException broken) {
            bad("Nobody answers at " + address
                    + ": is it running, is the address right, does a firewall stand between? ("
                    + broken.getClass().getSimpleName() + ")");
            return false;
        }
    }

    private void examineTransport(URI address) {
        boolean loopback =
                address.getHost().equals("localhost") || address.getHost().startsWith("127.");
        if (!"https".equalsIgnoreCase(address.getScheme()) && !loopback) {
            bad("The connection isn't encrypted (http): whoever listens can take the session over");
        }
    }

    private void examineIssuer(URI pidp) {
        try {
            HttpAnswer answer = get(pidp, "/.well-known/browserid");
            examineClock("identity provider", answer);
            if (answer.status() != 200) {
                bad("The identity provider publishes no signing key (status " + answer.status()
                        + "): the token service can't trust it");
                return;
            }
            if (SupportDocument.parse(answer.body()) instanceof SupportDocument.Primary primary) {
                good("The identity provider publishes " + primary.keys().size() + " signing key(s)");
            } else {
                bad("The identity provider issues no certificates");
            }
        } catch (IOException broken) {
            bad("The identity provider at " + pidp + " doesn't answer");
        } catch (MalformedBrowserIdException malformed) {
            bad("The identity provider's published document can't be read: " + malformed.getMessage());
        }
    }

    private void examineTokenService(URI token) {
        try {
            HttpAnswer answer = get(token, "/1.0/sync/2.0");
            examineClock("token service", answer);
            if (answer.status() == 401) {
                good("The token service asks for credentials, as it must");
            } else {
                bad("The token service answers with status " + answer.status() + " where 401 is due: is " + token
                        + " its address?");
            }
        } catch (IOException broken) {
            bad("The token service at " + token + " doesn't answer");
        }
    }

    private void examineClock(String whose, HttpAnswer answer) {
        OptionalLong stamp = answer.headers().number("Timestamp");
        if (stamp.isEmpty()) {
            stamp = answer.headers().number("X-Timestamp");
        }
        if (stamp.isEmpty()) {
            return;
        }
        Duration ahead = Duration.between(clock.instant(), Instant.ofEpochSecond(stamp.getAsLong()));
        if (ahead.abs().compareTo(TOLERATED_SKEW) > 0) {
            bad("The clock of the " + whose + " is " + ahead.abs().toSeconds() + " s "
                    + (ahead.isNegative() ? "behind" : "ahead of") + " this device's: set the wrong one right");
        } else {
            good("The clock of the " + whose + " agrees with this device's");
        }
    }

    private void examineAccount(SavedAccount saved) {
        String email = saved.credentials().email();
        try {
            Account account = SagradaClient.at(saved.servers()).resume(saved.credentials());
            if (!account.isVerified()) {
                bad(email + ": the session or the address isn't confirmed yet");
                return;
            }
            good(email + ": the session is good");
            int collections = account.storage().collections().versions().size();
            good(email + ": certificate, assertion, token and storage work; " + collections + " collections");
        } catch (ClientException refused) {
            bad(email + ": " + refused.getMessage());
        }
    }

    private HttpAnswer get(URI base, String path) throws IOException {
        return transport.send(HttpCall.of("GET", Urls.at(base, path)));
    }

    private void good(String text) {
        findings.add(new Finding(true, text));
    }

    private void bad(String text) {
        findings.add(new Finding(false, text));
    }
}
