package org.sagrada.client.authenticator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagrada.client.SagradaClient;
import org.sagrada.client.Servers;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.authenticator.AccountStatus.NeedsKey;
import org.sagrada.client.authenticator.AccountStatus.NeedsPassword;
import org.sagrada.client.authenticator.AccountStatus.Ready;
import org.sagrada.client.authenticator.AccountStatus.ResetElsewhere;
import org.sagrada.client.authenticator.AccountStatus.SignedOut;
import org.sagrada.client.authenticator.AccountStatus.Unverified;
import org.sagrada.client.fake.FakeSystem;
import org.sagrada.client.storage.BsoQuery;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.store.FileAccountStore;

/** Each transition as the servers bring it about, and each state across an end of the process. */
class DeviceAccountTest {

    private static final FakeSystem SYSTEM = FakeSystem.start();
    private static final FakeSystem OTHER_SYSTEM = FakeSystem.start();
    private static final String PASSWORD = "correct horse battery staple";
    private static int count;

    @TempDir
    private Path directory;

    private final String email = "user" + count++ + "@example.org";
    private DeviceAccount account;

    @BeforeEach
    void signUp() {
        SYSTEM.confirmAll(true);
        SagradaClient.at(SYSTEM.url()).signUp(email, PASSWORD);
        account = accounts().add("mine", Servers.at(SYSTEM.url()), email);
    }

    @AfterAll
    static void stop() {
        SYSTEM.close();
        OTHER_SYSTEM.close();
    }

    /** What a new process has. */
    private DeviceAccounts accounts() {
        FileAccountStore store = new FileAccountStore(
                directory.resolve("accounts"), directory.resolve("accounts.key"), new SecureRandom());
        return new DeviceAccounts(store, SagradaClient::at);
    }

    private DeviceAccount restarted() {
        return accounts().find("mine").orElseThrow();
    }

    @Test
    void signsInAndWorks() {
        assertThat(restarted().status()).isEqualTo(new SignedOut(email));
        assertThat(account.signIn(PASSWORD)).isInstanceOf(Ready.class);

        write(account, "one");

        assertThat(read(restarted())).isEqualTo(1);
    }

    @Test
    void staysSignedOutWithAWrongPassword() {
        assertThatThrownBy(() -> account.signIn("wrong")).isInstanceOf(AccountException.IncorrectPassword.class);
        assertThat(account.status()).isInstanceOf(SignedOut.class);
        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);
    }

    @Test
    void waitsForTheConfirmationAndGoesOnWithoutThePasswordInANewProcess() {
        SYSTEM.confirmAll(false);
        assertThat(account.signIn(PASSWORD)).isInstanceOf(Unverified.class);
        assertThat(restarted().advance()).isInstanceOf(Unverified.class);
        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);

        SYSTEM.confirmAll(true);

        assertThat(restarted().advance()).isInstanceOf(Ready.class);
        assertThat(read(restarted())).isZero();
    }

    @Test
    void asksForThePasswordWhenTheKeyCanNotBeFetchedAnyMore() {
        SYSTEM.confirmAll(false);
        account.signIn(PASSWORD);
        SYSTEM.confirmAll(true);
        SYSTEM.spendKeyTokens();

        assertThat(account.advance())
                .isInstanceOfSatisfying(
                        NeedsKey.class,
                        needsKey -> assertThat(needsKey.pending()).isNull());
        assertThat(restarted().advance()).isInstanceOf(NeedsKey.class);
        assertThat(restarted().signIn(PASSWORD)).isInstanceOf(Ready.class);
    }

    @Test
    void noticesThatTheSessionWasEndedAndKeepsTheKey() {
        Ready ready = (Ready) account.signIn(PASSWORD);
        SYSTEM.endSessions();

        assertThatThrownBy(() -> read(restarted())).isInstanceOf(NotReadyException.class);

        DeviceAccount later = restarted();
        assertThat(later.status()).isEqualTo(new NeedsPassword(email, ready.uid(), ready.kB()));
        assertThat(later.signIn(PASSWORD))
                .isInstanceOfSatisfying(
                        Ready.class, again -> assertThat(again.kB()).isEqualTo(ready.kB()));
    }

    @Test
    void noticesThatThePasswordWasChanged() {
        account.signIn(PASSWORD);
        SYSTEM.tokenRefusedNext("invalid-generation");

        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);
        assertThat(account.status()).isInstanceOf(NeedsPassword.class);
    }

    @Test
    void noticesThatTheKeysWereReplaced() {
        account.signIn(PASSWORD);
        SYSTEM.tokenRefusedNext("invalid-client-state");

        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);

        DeviceAccount later = restarted();
        assertThat(later.status()).isInstanceOf(ResetElsewhere.class);
        assertThat(later.acknowledgeReset()).isInstanceOf(NeedsPassword.class);
        assertThat(later.signIn(PASSWORD)).isInstanceOf(Ready.class);
    }

    @Test
    void noticesAtTheNextSignInThatTheKeysAreOthers() {
        Ready before = (Ready) account.signIn(PASSWORD);
        SYSTEM.replaceKeys(email);
        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);

        assertThat(account.signIn(PASSWORD)).isInstanceOf(ResetElsewhere.class);
        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);

        assertThat(restarted().acknowledgeReset())
                .isInstanceOfSatisfying(
                        Ready.class, ready -> assertThat(ready.kB()).isNotEqualTo(before.kB()));
    }

    @Test
    void isSignedOutOfAnAccountThatWasDeleted() {
        account.signIn(PASSWORD);
        SYSTEM.delete(email);

        assertThatThrownBy(() -> read(account)).isInstanceOf(NotReadyException.class);
        assertThat(restarted().status()).isInstanceOf(SignedOut.class);
    }

    @Test
    void endsTheSessionAndForgetsEverythingButTheAddress() {
        Ready ready = (Ready) account.signIn(PASSWORD);

        assertThat(account.signOut()).isEqualTo(new SignedOut(email));

        assertThat(restarted().status()).isEqualTo(new SignedOut(email));
        assertThatThrownBy(() -> SagradaClient.at(SYSTEM.url()).accountServer().isVerified(ready.sessionToken()))
                .isInstanceOf(AccountException.InvalidToken.class);
    }

    @Test
    void fetchesATokenOnceForEachService() {
        account.signIn(PASSWORD);
        int before = SYSTEM.tokensIssued();

        read(account);
        read(account);

        assertThat(SYSTEM.tokensIssued()).isEqualTo(before + 1);
    }

    @Test
    void keepsAccountsOfSeveralSystemsApart() {
        SagradaClient.at(OTHER_SYSTEM.url()).signUp(email, "another password");
        DeviceAccounts accounts = accounts();
        DeviceAccount mine = accounts.find("mine").orElseThrow();
        DeviceAccount other = accounts.add("other", Servers.at(OTHER_SYSTEM.url()), email);
        mine.signIn(PASSWORD);
        other.signIn("another password");

        write(mine, "one");
        write(mine, "two");
        write(other, "three");

        DeviceAccounts later = accounts();
        assertThat(later.list()).extracting(DeviceAccount::name).containsExactly("mine", "other");
        assertThat(read(later.find("mine").orElseThrow())).isEqualTo(2);
        assertThat(read(later.find("other").orElseThrow())).isEqualTo(1);

        later.remove(later.find("other").orElseThrow());
        assertThat(accounts().list()).extracting(DeviceAccount::name).containsExactly("mine");
    }

    @Test
    void keepsItsFilesFromOthersAndTheSecretsFromTheFile() throws Exception {
        Ready ready = (Ready) account.signIn(PASSWORD);

        for (String file : new String[] {"accounts", "accounts.key"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(directory.resolve("accounts")))
                .doesNotContain(ready.kB().toHex(), email);
    }

    private static void write(DeviceAccount account, String id) {
        account.use(ready -> ready.storage().collection("notes").put(BsoWrite.of(id, "sealed")));
    }

    private static int read(DeviceAccount account) {
        return account.use(ready -> ready.storage()
                .collection("notes")
                .read(BsoQuery.all())
                .records()
                .size());
    }
}
