package org.sagrada.client.cli;

import org.sagrada.client.Account;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.account.PasswordReset;
import org.sagrada.model.onepw.BundleException;

/** Sets a new password for who lost the old one, by a code that is mailed, and logs in with it. */
final class Reset {

    private final Surroundings surroundings;
    private final ServerOption server;
    private final PasswordOption secrets;
    private final DeviceName deviceName;

    Reset(Surroundings surroundings, ServerOption server, PasswordOption secrets, DeviceName deviceName) {
        this.surroundings = surroundings;
        this.server = server;
        this.secrets = secrets;
        this.deviceName = deviceName;
    }

    int withRecoveryKey(String email) {
        Servers servers = server.servers();
        SagradaClient client = surroundings.client(servers);
        PasswordReset.Proven proven = prove(client, email);
        byte[] key = RecoveryKeyText.parse(secrets.ask(surroundings, false, "Recovery key: "));
        String password = secrets.ask(surroundings, true, "New password: ");
        try {
            proven.withRecoveryKey(key, password);
        } catch (BundleException notThatOne) {
            throw new RefusedException("the recovery key opens nothing; nothing was changed");
        }
        return logIn(
                client, servers, email, password, "Everything is readable as before; the recovery key is used up.");
    }

    int withoutRecoveryKey(String email) {
        Servers servers = server.servers();
        SagradaClient client = surroundings.client(servers);
        surroundings
                .err()
                .println(
                        "A reset without the recovery key makes everything on the server unreadable, for good. Devices that have"
                                + " the data can upload it anew.");
        PasswordReset.Proven proven = prove(client, email);
        String password = secrets.ask(surroundings, true, "New password: ");
        proven.withoutRecoveryKey(password);
        return logIn(client, servers, email, password, "What was encrypted before can't be read any more.");
    }

    private PasswordReset.Proven prove(SagradaClient client, String email) {
        PasswordReset reset = client.accountServer().forgotPassword(email);
        surroundings.err().println("A code was mailed to " + email + ".");
        return reset.prove(secrets.ask(surroundings, false, "Code: ").strip());
    }

    private int logIn(SagradaClient client, Servers servers, String email, String password, String consequence) {
        Account account = client.logIn(email, password);
        new SignIn(surroundings, secrets, deviceName).complete(servers, account);
        surroundings.out().println("The password of " + account.email() + " is changed. " + consequence);
        return 0;
    }
}
