package org.sagrada.loadtest.pidp;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sagrada.loadtest.host.ServiceProcess;
import org.sagrada.loadtest.measure.Call;
import org.sagrada.loadtest.measure.ClosedLoop;
import org.sagrada.loadtest.measure.Tally;
import org.sagrada.loadtest.storage.HttpConnection;
import org.sagrada.model.browserid.SigningKey;
import org.sagrada.model.onepw.Key32;
import org.sagrada.model.onepw.Verifier;
import tools.jackson.databind.json.JsonMapper;

/** Measures the PIdP and, in turns with it on the same cores, the bare cryptography of its two dear calls. */
final class PidpComparison {

    private static final int TURNS = 5;
    private static final int KEY_BITS = 2048;
    private static final double LOGIN_AIM = 0.85;
    private static final double SIGN_AIM = 0.60;
    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final ServiceProcess process;
    private final Pidp pidp;
    private final PidpPlan plan;
    private final PrintStream progress;
    private final SecureRandom random = new SecureRandom();
    private final ClosedLoop loop = new ClosedLoop(new SplittableRandom());

    PidpComparison(ServiceProcess process, Pidp pidp, PidpPlan plan, PrintStream progress) {
        this.process = process;
        this.pidp = pidp;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs the cases, and the crowd last. */
    PidpReport run() throws IOException, InterruptedException {
        progress.println("Making " + plan.accounts() + " accounts");
        var accounts = accounts();
        var login = measured("log in", "scrypt", LOGIN_AIM, logins(accounts), scrypts());
        var sign = measured("certificate/sign", "RSA-2048 sign", SIGN_AIM, certificates(accounts), signatures());
        progress.println(plan.crowd() + " log in at once");
        var crowd = Crowd.gather(plan.crowd(), pidp, accounts);
        return new PidpReport(
                plan, List.of(login, sign), crowd, process.heapMebibytes(), process.peakResidentMebibytes());
    }

    private List<Account> accounts() throws IOException {
        var accounts = new ArrayList<Account>();
        try (var connection = pidp.connect()) {
            for (var i = 0; i < plan.accounts(); i++) {
                accounts.add(pidp.signUp(connection, "bench" + i + "@example.org", Key32.random(random)));
            }
        }
        return accounts;
    }

    private Measured measured(String title, String bareTitle, double aim, Workers service, Workers bare)
            throws IOException, InterruptedException {
        progress.print(title + " ");
        try (service;
                bare) {
            // The service last: it closes connections that were idle for long.
            loop.run(bare.calls(), plan.warmUp(), new Tally());
            loop.run(service.calls(), plan.warmUp(), new Tally());
            var ofService = new Tally();
            var ofBare = new Tally();
            var cpu = 0.0;
            for (var i = 0; i < TURNS; i++) {
                var before = process.cpuSeconds();
                loop.run(service.calls(), plan.side().dividedBy(TURNS), ofService);
                cpu += process.cpuSeconds() - before;
                loop.run(bare.calls(), plan.side().dividedBy(TURNS), ofBare);
                progress.print('.');
            }
            progress.println();
            var figures = ofService.figures();
            return new Measured(
                    title, bareTitle, figures, ofBare.figures(), aim, 1000 * cpu / Math.max(1, figures.calls()));
        }
    }

    private Workers logins(List<Account> accounts) {
        return connected(
                connection -> drawn -> pidp.requireLogin(connection, accounts.get(drawn.nextInt(accounts.size()))));
    }

    private Workers certificates(List<Account> accounts) {
        var key = SigningKey.generateRsa(KEY_BITS, random).verifyingKey().toJson();
        var body = new LinkedHashMap<String, Object>();
        body.put("publicKey", key);
        body.put("duration", HOUR_MILLIS);
        var bytes = JsonMapper.shared().writeValueAsBytes(body);
        return connected(connection ->
                drawn -> pidp.requireCertificate(connection, accounts.get(drawn.nextInt(accounts.size())), bytes));
    }

    /** The service's own code for it, on as many threads as there are cores. */
    private Workers scrypts() {
        var authPw = Key32.random(random);
        var salt = Key32.random(random);
        return bare(() -> {
            var scrypt = Verifier.scrypt(Verifier.COST);
            return drawn -> Verifier.stretch(authPw, salt, scrypt);
        });
    }

    private Workers signatures() {
        var key = SigningKey.generateRsa(KEY_BITS, random);
        var message = new byte[KEY_BITS / Byte.SIZE];
        return bare(() -> drawn -> key.sign(message));
    }

    private Workers connected(Function<HttpConnection, Call> call) {
        var connections = new ArrayList<HttpConnection>();
        var calls = new ArrayList<Call>();
        for (var i = 0; i < plan.connections(); i++) {
            var connection = pidp.connect();
            connections.add(connection);
            calls.add(call.apply(connection));
        }
        return new Workers(calls, connections);
    }

    private Workers bare(Supplier<Call> call) {
        return new Workers(Stream.generate(call).limit(plan.processors()).toList(), List.of());
    }

    /** One side of a case. */
    private record Workers(List<Call> calls, List<HttpConnection> connections) implements Closeable {

        @Override
        public void close() throws IOException {
            for (var connection : connections) {
                connection.close();
            }
        }
    }
}
