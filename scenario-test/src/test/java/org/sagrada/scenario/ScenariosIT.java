package org.sagrada.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.http.BackOffMemory;
import org.sagrada.client.http.jdk.JdkHttpTransport;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;

/** Every scenario, in both storage formats and through both protocols. */
class ScenariosIT {

    private static final Path TEXTS = Path.of("src/test/resources/org/sagrada/scenario");

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> comesOutAsItIsWritten() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        try (Stream<Path> texts = Files.list(TEXTS)) {
            for (var text : texts.sorted().toList()) {
                var scenario = ScenarioParser.parse(text.toString(), Files.readString(text, UTF_8));
                for (var protocol : StorageProtocol.values()) {
                    for (var format : StorageFormat.values()) {
                        tests.add(DynamicTest.dynamicTest(
                                scenario.title() + " (" + protocol + ", format " + format.number() + ")",
                                () -> stage(protocol, format).perform(scenario)));
                    }
                }
            }
        }
        return tests;
    }

    private Stage stage(StorageProtocol protocol, StorageFormat format) {
        var servers = Servers.at(SharedServer.url());
        return new Stage(
                folder,
                JdkHttpTransport::new,
                transport ->
                        new SagradaClient(servers, transport, Clock.systemUTC(), random, BackOffMemory.ofProcess()),
                account -> Vault.openOrCreate(account.storage(protocol), account.vaultKeys(), format, random));
    }
}
