package org.sagrada.client.cli;

import org.jspecify.annotations.Nullable;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.token.StorageProtocol;
import org.sagrada.client.vault.StorageFormat;
import org.sagrada.client.vault.Vault;
import picocli.CommandLine.Option;

/** Whose records a command is for, and how they are reached. */
final class DataOption extends AccountOption {

    @Option(
            names = "--protocol",
            paramLabel = "VERSION",
            description = "The storage's protocol: 2.0, or 1.5 as browsers speak it (default: 2.0).")
    private String protocol = StorageProtocol.V20.toString();

    private @Nullable StorageClient storage;

    /** The account's records as the server has them. */
    StorageClient storage(Surroundings surroundings) {
        StorageClient known = storage;
        if (known == null) {
            known = account(surroundings).storage(protocol(protocol));
            storage = known;
        }
        return known;
    }

    static StorageProtocol protocol(String name) {
        for (StorageProtocol one : StorageProtocol.values()) {
            if (one.toString().equals(name)) {
                return one;
            }
        }
        throw new RefusedException("there is no protocol " + name + "; there are 2.0 and 1.5");
    }

    /** The account's records in clear; where there is nothing at the server yet, keys are made. */
    Vault openedVault(Surroundings surroundings) {
        return openedVault(surroundings, StorageFormat.FORMAT_5);
    }

    /**
     * The same.
     *
     * @param format of new keys
     */
    Vault openedVault(Surroundings surroundings, StorageFormat format) {
        return Vault.openOrCreate(
                storage(surroundings), account(surroundings).vaultKeys(), format, surroundings.random());
    }

    /** The account's records in clear, in the format they have. */
    Vault vault(Surroundings surroundings) {
        return Vault.open(storage(surroundings), account(surroundings).vaultKeys(), surroundings.random())
                .orElseThrow(
                        () -> new RefusedException("there are no keys on the server yet: nothing was ever sealed"));
    }
}
