package org.sagrada.loadtest.client;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.client.http.BackOff;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.HawkHttp;
import org.sagrada.client.http.ServerClock;
import org.sagrada.client.http.jdk.JdkHttpTransport;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.TokenSource;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.token.StorageToken;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.model.hawk.HawkCredentials;
import org.sagrada.model.token.TokenPayload;
import org.sagrada.model.token.TokenSecrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The client's side of {@link ClientBench}: the process that is measured. */
@Command(name = "client-run", hidden = true)
public final class ClientRun implements Callable<Integer> {

    private static final Duration TOKEN_LIFE = Duration.ofDays(1);
    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final int WARM_UP = 5_000;

    @Option(names = "--node", required = true)
    private URI node = URI.create("");

    @Option(names = "--secret-file", required = true)
    private Path secretFile = Path.of("");

    @Option(names = "--records", required = true)
    private int records;

    @Option(names = "--bytes", required = true)
    private int bytes;

    @Option(names = "--protocol", required = true)
    private String protocol = "";

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();

    private ClientRun() {}

    @Override
    public Integer call() throws Exception {
        var spoken = Arrays.stream(StorageProtocol.values())
                .filter(one -> one.toString().equals(protocol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--protocol is 2.0 or 1.5"));
        var secrets =
                TokenSecrets.newestFirst(List.of(Files.readString(secretFile).strip()));
        System.out.printf(
                "%d records of %d bytes, SyncStorage %s, the client's heap at most %d MiB, %d processors for all%n%n",
                records,
                bytes,
                spoken,
                Runtime.getRuntime().maxMemory() >> 20,
                Runtime.getRuntime().availableProcessors());
        System.out.println("| | s | records/s | beside crypto and transfer, one after the other |");
        System.out.println("| --- | ---: | ---: | ---: |");
        long user = 1;
        for (var format : StorageFormat.values()) {
            // What the compiler has yet to learn isn't the client's cost.
            new Course(storage(secrets, spoken, user++), format, WARM_UP, bytes, random).run();
            new Course(storage(secrets, spoken, user++), format, records, bytes, random)
                    .run()
                    .print(System.out);
        }
        return 0;
    }

    private StorageClient storage(TokenSecrets secrets, StorageProtocol spoken, long user) {
        var expires = clock.instant().plus(TOKEN_LIFE);
        var issued = secrets.issue(new TokenPayload(
                user,
                node.toString(),
                expires,
                "5a17",
                "bench" + user,
                "0000000000001-AAAAAAAAAAAAAAAAAAAAAA",
                ID,
                ID,
                null,
                false));
        var token = new StorageToken(
                HawkCredentials.ofText(issued.id(), issued.key()),
                URI.create(node + "/" + spoken + "/" + user),
                user,
                expires);
        var tokens = new TokenSource() {
            @Override
            public StorageToken current() {
                return token;
            }

            @Override
            public StorageToken renew(StorageToken refused) {
                throw new IllegalStateException("the node refuses a token that is good");
            }
        };
        var backOff = new BackOff(clock, random, BackOffMemory.ofProcess());
        return new StorageClient(
                new HawkHttp(new JdkHttpTransport(), new ServerClock(clock), backOff, random), tokens, spoken);
    }
}
