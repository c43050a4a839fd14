package org.sagrada.client.cli;

import org.sagrada.client.Account;
import org.sagrada.client.Servers;
import org.sagrada.client.store.SavedAccount;

/** What is left of a sign-in once the password was right: the second step, the device's name, and keeping the account. */
final class SignIn {

    private final Surroundings surroundings;
    private final PasswordOption secrets;
    private final DeviceName deviceName;

    SignIn(Surroundings surroundings, PasswordOption secrets, DeviceName deviceName) {
        this.surroundings = surroundings;
        this.secrets = secrets;
        this.deviceName = deviceName;
    }

    void complete(Servers servers, Account account) {
        if (!account.isVerified()) {
            confirm(account);
        }
        deviceName.register(account, surroundings.environment());
        surroundings.accounts().put(new SavedAccount(servers, account.credentials()));
    }

    private void confirm(Account account) {
        if (account.hasSecondStep()) {
            String code = secrets.ask(surroundings, false, "Code of your authenticator app, or a recovery code: ")
                    .strip();
            confirmBySecondStep(account, code);
        } else {
            account.mailCode();
            surroundings.err().println("A code was mailed to " + account.email() + ".");
            account.confirmByMailedCode(
                    secrets.ask(surroundings, false, "Code: ").strip());
        }
    }

    private void confirmBySecondStep(Account account, String code) {
        if (!code.matches("[0-9 ]{6,8}")) {
            long left = account.confirmByRecoveryCode(code);
            surroundings.err().println("That recovery code is used up; " + left + " are left.");
        } else if (!account.confirmBySecondStep(code.replace(" ", ""))) {
            throw new RefusedException("the code is wrong, or too old: is this device's or the phone's clock right?");
        }
    }
}
