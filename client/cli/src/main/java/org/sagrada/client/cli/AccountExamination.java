package org.sagrada.client.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.sagrada.client.Account;
import org.sagrada.client.AccountState;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.http.BackOff;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.storage.StorageClient;
import org.sagrada.client.storage.StorageClient.Quota;
import org.sagrada.client.store.SavedAccount;
import org.sagrada.client.vault.Vault;

/** Looks at an account that this device is logged in to: its session, its keys, its data. */
final class AccountExamination {

    private static final int NEARLY_FULL_PERCENT = 90;

    private final Surroundings surroundings;
    private final Findings findings;

    AccountExamination(Surroundings surroundings, Findings findings) {
        this.surroundings = surroundings;
        this.findings = findings;
    }

    void examine(SavedAccount saved) {
        String email = saved.credentials().email();
        SagradaClient client = surroundings.client(saved.servers());
        examineBackOff(client.backOff(), saved.servers().pidp());
        Account account = client.resume(saved.credentials());
        try {
            AccountState state = account.state();
            if (state != AccountState.READY) {
                findings.bad("session", email + ": " + StatusCommand.words(state));
                return;
            }
            findings.ok("session", email + ": the session is good; certificate, assertion and token work");
            examineStorage(email, account, client.backOff());
        } catch (ConnectionException unreachable) {
            findings.bad("session", email + ": " + Trouble.onTheWay(unreachable));
        } catch (ClientException refused) {
            findings.bad("session", email + ": " + refused.getMessage());
        }
    }

    private void examineStorage(String email, Account account, BackOff backOff) {
        StorageClient storage = account.storage();
        int collections = storage.collections().versions().size();
        findings.ok("storage", email + ": the storage node answers; " + collections + " collections");
        examineBackOff(backOff, storage.endpoint());
        Quota quota = storage.quota();
        Long limit = quota.quota();
        if (limit == null) {
            findings.ok("limits", email + ": " + quota.usage() + " bytes taken, without a limit");
        } else if (quota.usage() * 100 >= limit * NEARLY_FULL_PERCENT) {
            findings.bad(
                    "limits",
                    email + ": " + quota.usage() + " of " + limit + " bytes are taken; delete something, or ask"
                            + " for more");
        } else {
            findings.ok("limits", email + ": " + quota.usage() + " of " + limit + " bytes taken");
        }
        boolean keys =
                Vault.open(storage, account.vaultKeys(), surroundings.random()).isPresent();
        findings.ok(
                "crypto",
                email + (keys ? ": this account's key opens the keys at the server" : ": nothing was ever sealed"));
    }

    private void examineBackOff(BackOff backOff, URI server) {
        Optional<Instant> until = backOff.until(server);
        until.ifPresent(instant -> findings.note(
                "limits", server.getAuthority() + " asked to be left alone until " + instant + "; wait for that"));
    }
}
