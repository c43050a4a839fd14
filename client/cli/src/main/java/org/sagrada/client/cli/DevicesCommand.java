package org.sagrada.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagrada.client.account.AttachedClient;
import org.sagrada.client.account.Devices;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sagrada devices}. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description = "Lists everybody who is signed in to the account: devices with a name, and sessions without.",
        subcommands = {DevicesCommand.Rename.class, DevicesCommand.Revoke.class})
final class DevicesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption account = new AccountOption();

    @Mixin
    private Table table = new Table();

    DevicesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (AttachedClient client : account.account(surroundings).devices().list()) {
            String name = client.name();
            String type = client.type();
            table.row(
                    "id", client.id(),
                    "name", name == null ? "" : name,
                    "type", type == null ? "" : type,
                    "this", client.current() ? "this" : "",
                    "signed in", client.createdAt().toString(),
                    "last used", client.lastUsedAt().toString(),
                    "program", client.userAgent());
        }
        table.print(surroundings.out());
        return 0;
    }

    /**
     * The one that is meant.
     *
     * @param what its id, the beginning of its id, its name, or {@code this}
     */
    private static AttachedClient find(List<AttachedClient> clients, String what) {
        List<AttachedClient> found = new ArrayList<>();
        for (AttachedClient client : clients) {
            if (client.id().equals(what) || (what.equals("this") && client.current())) {
                return client;
            }
            if ((!what.isEmpty() && client.id().startsWith(what)) || what.equals(client.name())) {
                found.add(client);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new RefusedException(
                found.isEmpty()
                        ? "there is no device '" + what + "'; 'sagrada devices' lists them"
                        : "'" + what + "' could be " + found.size() + " devices; name one by its id");
    }

    /** {@code sagrada devices rename}. */
    @Command(
            name = "rename",
            mixinStandardHelpOptions = true,
            description = "Gives this device another name. Other devices name themselves.")
    static final class Rename implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Parameters(paramLabel = "NAME")
        private String name = "";

        Rename(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Devices devices = account.account(surroundings).devices();
            String id = find(devices.list(), "this").deviceId();
            if (id == null) {
                devices.register(name, DeviceName.TYPE);
            } else {
                devices.rename(id, name);
            }
            surroundings.out().println("This device is called " + name + " now.");
            return 0;
        }
    }

    /** {@code sagrada devices revoke}. */
    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {
                "Ends the sessions of devices that were lost, or aren't used any more.",
                "What they hold already stays with them: where a device was stolen, change the password too."
            })
    static final class Revoke implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Parameters(arity = "1..*", paramLabel = "DEVICE", description = "Its id, the id's beginning, or its name.")
        private List<String> wanted = List.of();

        Revoke(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            Devices devices = account.account(surroundings).devices();
            List<AttachedClient> clients = devices.list();
            List<AttachedClient> found =
                    wanted.stream().map(what -> find(clients, what)).distinct().toList();
            if (found.stream().anyMatch(AttachedClient::current)) {
                throw new RefusedException("that is this device; use 'sagrada logout'");
            }
            found.forEach(devices::revoke);
            surroundings.out().println(found.size() + " signed out.");
            return 0;
        }
    }
}
