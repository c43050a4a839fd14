package org.sagrada.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.HttpTransport;
import org.sagrada.client.sync.LocalStore;
import org.sagrada.client.sync.SyncReport;
import org.sagrada.client.vault.Vault;

/** Performs a scenario: a new account, devices with folders of their own, and every step in turn. */
public final class Stage {

    private final Path folder;
    private final Supplier<HttpTransport> network;
    private final Function<HttpTransport, SagradaClient> clients;
    private final Function<Account, Vault> vaults;

    /**
     * A stage for any number of scenarios.
     *
     * @param folder for the devices' files
     * @param network the way to the servers, made anew for each device and after each death
     * @param clients makes a device's client of the system that is tried
     * @param vaults opens an account's records in the format and protocol that is tried
     */
    public Stage(
            Path folder,
            Supplier<HttpTransport> network,
            Function<HttpTransport, SagradaClient> clients,
            Function<Account, Vault> vaults) {
        this.folder = folder;
        this.network = network;
        this.clients = clients;
        this.vaults = vaults;
    }

    /**
     * Performs a scenario from its beginning to its end.
     *
     * @throws ScenarioFailure at the first step that doesn't come out as it must
     */
    public void perform(Scenario scenario) {
        new Run(scenario).run();
    }

    private final class Run {

        private final Scenario scenario;
        private final String email = "player-" + UUID.randomUUID() + "@example.org";
        private final Map<String, Device> devices = new LinkedHashMap<>();
        private String password = "the first password";

        Run(Scenario scenario) {
            this.scenario = scenario;
        }

        void run() {
            for (String name : scenario.devices()) {
                Device device = new Device(newFolder(name), network, clients, vaults);
                if (devices.isEmpty()) {
                    device.signUp(email, password);
                } else {
                    device.logIn(email, password);
                }
                devices.put(name, device);
            }
            for (Scenario.Step step : scenario.steps()) {
                try {
                    perform(step, Objects.requireNonNull(devices.get(step.device())));
                } catch (ClientException | IllegalStateException unexpected) {
                    throw new ScenarioFailure(scenario, step, unexpected);
                }
            }
        }

        private Path newFolder(String device) {
            try {
                return Files.createDirectories(folder.resolve(UUID.randomUUID() + "-" + device));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void perform(Scenario.Step step, Device device) {
            switch (step.action()) {
                case Action.Put put -> edit(device, put.record(), put.fields());
                case Action.Delete delete ->
                    device.store(delete.record().collection())
                            .edit(delete.record().id(), null, Clock.systemUTC().instant());
                case Action.Sync sync -> expectComplete(step, device.sync(sync.collection()));
                case Action.DyingSync dying ->
                    expectDeath(step, device.diesAfter(dying.requests(), dying.collection()));
                case Action.DyingUpload dying -> expectDeath(step, device.diesUploading(dying.collection()));
                case Action.RefusedSync refused -> expectRefusal(step, device, refused);
                case Action.Expect expect -> expect(step, device, expect);
                case Action.ExpectAbsent expect -> {
                    Map<String, Object> content = content(device, expect.record());
                    if (content != null) {
                        throw failure(step, "it has " + content);
                    }
                }
                case Action.ExpectCount expect -> {
                    long count = device.store(expect.collection()).all().stream()
                            .filter(record -> record.content() != null)
                            .count();
                    if (count != expect.count()) {
                        throw failure(step, "it has " + count);
                    }
                }
                case Action.Wipe wipe -> device.wipe();
                case Action.LogIn logIn -> device.logIn(email, password);
                case Action.ChangePassword change -> {
                    String changed = password + " and another";
                    device.changePassword(email, password, changed);
                    password = changed;
                }
                case Action.EmptyServer empty -> device.account().storage().deleteEverything();
            }
        }

        private static void edit(Device device, Action.RecordName record, Map<String, Object> fields) {
            LocalStore store = device.store(record.collection());
            Map<String, Object> content = new HashMap<>();
            Map<String, Object> known = store.content(record.id());
            if (known != null) {
                content.putAll(known);
            }
            content.putAll(fields);
            store.edit(record.id(), content, Clock.systemUTC().instant());
        }

        private void expectComplete(Scenario.Step step, SyncReport report) {
            if (!report.complete()
                    || !report.refused().isEmpty()
                    || !report.unreadable().isEmpty()) {
                throw failure(step, "the sync came to " + report);
            }
        }

        private void expectDeath(Scenario.Step step, boolean died) {
            if (!died) {
                throw failure(step, "the sync came to its end before that");
            }
        }

        private void expectRefusal(Scenario.Step step, Device device, Action.RefusedSync expected) {
            try {
                device.sync(expected.collection());
            } catch (ClientException refused) {
                String message = String.valueOf(refused.getMessage());
                if (!message.contains(expected.reason().orElse(""))) {
                    throw failure(step, "it was refused: " + message);
                }
                return;
            }
            throw failure(step, "it went through");
        }

        private void expect(Scenario.Step step, Device device, Action.Expect expected) {
            Map<String, Object> content = content(device, expected.record());
            if (content == null) {
                throw failure(step, "it has no such record");
            }
            expected.fields().forEach((name, value) -> {
                if (!value.equals(content.get(name))) {
                    throw failure(step, "it has " + content);
                }
            });
        }

        private static @Nullable Map<String, Object> content(Device device, Action.RecordName record) {
            return device.store(record.collection()).content(record.id());
        }

        private ScenarioFailure failure(Scenario.Step step, String found) {
            return new ScenarioFailure(scenario, step, found);
        }
    }
}
