package org.sagrada.client.cli;

import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.account.ServiceKeys;
import org.sagrada.model.wrap.UnwrapException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sagrada service-key}. */
@Command(
        name = "service-key",
        mixinStandardHelpOptions = true,
        description = {
            "Keys that the account keeps for services, wrapped on the device: the server can't read them.",
            "Without a subcommand it lists them."
        },
        subcommands = {ServiceKeyCommand.Get.class, ServiceKeyCommand.Put.class, ServiceKeyCommand.Remove.class})
final class ServiceKeyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private AccountOption account = new AccountOption();

    @Mixin
    private Table table = new Table();

    ServiceKeyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        for (ServiceKeys.Listed key :
                account.account(surroundings).serviceKeys().list()) {
            table.row(
                    "origin", key.origin(),
                    "type", key.keyType(),
                    "changed", key.changedAt().toString(),
                    "state", key.usable() ? "usable" : "lost in a password reset");
        }
        table.print(surroundings, "The account keeps no keys for services.");
        return 0;
    }

    /** {@code sagrada service-key get}. */
    @Command(name = "get", mixinStandardHelpOptions = true, description = "Prints a key in base64.")
    static final class Get implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Mixin
        private ServiceKeyName name = new ServiceKeyName();

        Get(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            try {
                byte[] key = account.account(surroundings)
                        .serviceKeys()
                        .get(name.origin(), name.type())
                        .orElseThrow(name::absent);
                surroundings.out().println(Base64.getEncoder().encodeToString(key));
                return 0;
            } catch (UnwrapException refused) {
                throw new RefusedException("the key can't be opened: it was wrapped for another account, or changed");
            }
        }
    }

    /** {@code sagrada service-key put}. */
    @Command(
            name = "put",
            mixinStandardHelpOptions = true,
            description = "Keeps a key: the input is its base64, or a new one is made.")
    static final class Put implements Callable<Integer> {

        private static final int LONGEST = 2048;

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Mixin
        private ServiceKeyName name = new ServiceKeyName();

        @Option(names = "--random", paramLabel = "BYTES", description = "Make a key of so many random bytes.")
        private @Nullable Integer bytes;

        Put(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            byte[] key = bytes == null ? given() : random(bytes);
            account.account(surroundings).serviceKeys().put(name.origin(), name.type(), key);
            surroundings.out().println("The key is kept: " + key.length + " bytes.");
            return 0;
        }

        private byte[] random(int count) {
            if (count < 1 || count > LONGEST) {
                throw new RefusedException("a key has 1 to " + LONGEST + " bytes");
            }
            byte[] key = new byte[count];
            surroundings.random().nextBytes(key);
            return key;
        }

        private byte[] given() {
            try {
                byte[] key = Base64.getDecoder().decode(surroundings.readAll().replaceAll("\\s", ""));
                if (key.length > 0 && key.length <= LONGEST) {
                    return key;
                }
            } catch (IllegalArgumentException malformed) {
                // Said below.
            }
            throw new RefusedException("the input isn't a key in base64; --random 32 makes a new one");
        }
    }

    /** {@code sagrada service-key rm}. */
    @Command(name = "rm", mixinStandardHelpOptions = true, description = "Forgets a key; nothing brings it back.")
    static final class Remove implements Callable<Integer> {

        private final Surroundings surroundings;

        @Mixin
        private AccountOption account = new AccountOption();

        @Mixin
        private ServiceKeyName name = new ServiceKeyName();

        Remove(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            if (!account.account(surroundings).serviceKeys().delete(name.origin(), name.type())) {
                throw name.absent();
            }
            return 0;
        }
    }
}
