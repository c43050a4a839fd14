package org.sagrada.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sagrada.client.account.AccountException;
import org.sagrada.client.fake.FakeSystem;
import org.sagrada.client.http.ClientException;
import org.sagrada.client.http.ConnectionException;
import org.sagrada.client.storage.BsoWrite;
import org.sagrada.client.token.TokenException;
import org.sagrada.model.onepw.Key32;

class ClientTest {

    private FakeSystem system = FakeSystem.start();
    private SagradaClient client = SagradaClient.at(system.url());

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void derivesTheSameKeyOnEveryDevice() {
        Account first = client.signUp("me@example.org", "correct horse");
        Account second = client.logIn("me@example.org", "correct horse");

        assertThat(second.uid()).isEqualTo(first.uid());
        assertThat(second.kB()).isEqualTo(first.kB());
        assertThat(second.isVerified()).isTrue();
    }

    @Test
    void saysWhyItCanNotLogIn() {
        client.signUp("me@example.org", "correct horse");

        assertThatThrownBy(() -> client.logIn("me@example.org", "wrong"))
                .isInstanceOf(AccountException.IncorrectPassword.class);
        assertThatThrownBy(() -> client.logIn("you@example.org", "wrong"))
                .isInstanceOf(AccountException.UnknownAccount.class);
        assertThatThrownBy(() -> client.signUp("me@example.org", "other"))
                .isInstanceOf(AccountException.EmailTaken.class);
    }

    @Test
    void usesTheSpellingOfTheAddressThatTheAccountKnows() {
        Account first = client.signUp("Me@Example.org", "correct horse");
        Account second = client.logIn("me@example.org", "correct horse");

        assertThat(second.email()).isEqualTo("Me@Example.org");
        assertThat(second.kB()).isEqualTo(first.kB());
    }

    @Test
    void waitsForTheAccountToBeConfirmed() {
        system.confirmAll(false);
        Account account = client.signUp("me@example.org", "correct horse");

        assertThat(account.isVerified()).isFalse();
        assertThatThrownBy(account::kB).isInstanceOf(AccountException.Unverified.class);
        system.confirmAll(true);
        assertThat(account.isVerified()).isTrue();
        assertThat(account.storage().collections().versions()).isEmpty();
    }

    @Test
    void goesOnWithKeptCredentials() {
        Account account = client.signUp("me@example.org", "correct horse");
        account.storage().collection("notes").put(BsoWrite.of("one", "payload"));

        Account resumed = client.resume(account.credentials());

        assertThat(resumed.storage().collection("notes").get("one")).isPresent();
    }

    @Test
    void knowsHowTheAccountIs() {
        system.confirmAll(false);
        Account account = client.signUp("me@example.org", "correct horse");
        assertThat(account.state()).isEqualTo(AccountState.UNVERIFIED);

        system.confirmAll(true);
        assertThat(account.state()).isEqualTo(AccountState.READY);

        account.logOut();
        assertThat(account.state()).isEqualTo(AccountState.NEEDS_PASSWORD);
    }

    @Test
    void keepsTheKeyWhenThePasswordChanges() {
        Account before = client.signUp("me@example.org", "correct horse");
        Key32 kB = before.kB();

        assertThatThrownBy(() -> client.changePassword("me@example.org", "wrong", "battery staple"))
                .isInstanceOf(AccountException.IncorrectPassword.class);
        Account after = client.changePassword("me@example.org", "correct horse", "battery staple");

        assertThat(after.kB()).isEqualTo(kB);
        assertThat(before.state()).isEqualTo(AccountState.NEEDS_PASSWORD);
        assertThatThrownBy(() -> client.logIn("me@example.org", "correct horse"))
                .isInstanceOf(AccountException.IncorrectPassword.class);
    }

    @Test
    void endsTheSession() {
        Account account = client.signUp("me@example.org", "correct horse");
        account.logOut();

        assertThatThrownBy(account::isVerified).isInstanceOf(AccountException.InvalidToken.class);
    }

    @Test
    void worksThoughTheDevicesClockIsAYearSlow() {
        try (FakeSystem future = FakeSystem.start(Duration.ofDays(365))) {
            Account account = SagradaClient.at(future.url()).signUp("me@example.org", "correct horse");

            account.storage().collection("notes").upload(List.of(BsoWrite.of("one", "payload")));

            assertThat(account.storage().collection("notes").get("one")).isPresent();
        }
    }

    @Test
    void getsANewTokenWhenTheNodeRefusesTheOldOne() {
        Account account = client.signUp("me@example.org", "correct horse");
        account.storage().collections();
        assertThat(system.tokensIssued()).isEqualTo(1);
        system.revokeTokens();

        assertThat(account.storage().collections().versions()).isEmpty();

        assertThat(system.tokensIssued()).isEqualTo(2);
        account.storage().collections();
        assertThat(system.tokensIssued()).isEqualTo(2);
    }

    @Test
    void comesWithAnAccessTokenWhereAssertionsAreRefused() {
        Account account = client.signUp("me@example.org", "correct horse");
        account.storage().collection("notes").put(BsoWrite.of("one", "payload"));
        system.takeNoAssertions();
        system.revokeTokens();

        assertThat(account.storage().collection("notes").get("one")).isPresent();

        system.revokeTokens();
        assertThat(account.storage().collection("notes").get("one")).isPresent();
    }

    @Test
    void comesWithAnAccessTokenWhereNothingIsCertified() {
        system.certifyNothing();
        Account account = client.signUp("me@example.org", "correct horse");

        account.storage().collection("notes").put(BsoWrite.of("one", "payload"));

        assertThat(client.resume(account.credentials())
                        .storage()
                        .collection("notes")
                        .get("one"))
                .isPresent();
    }

    @Test
    void takesADefiniteRefusalAtItsWord() {
        Account account = client.signUp("me@example.org", "correct horse");
        system.tokenRefusedNext("invalid-generation");

        assertThatThrownBy(() -> account.storage().collections()).isInstanceOf(TokenException.InvalidGeneration.class);
        assertThat(system.tokensIssued()).isZero();
    }

    @Test
    void saysThatNobodyAnswers() {
        system.close();

        assertThatThrownBy(() -> client.logIn("me@example.org", "secret-password"))
                .isInstanceOf(ConnectionException.class)
                .isInstanceOf(ClientException.class)
                .hasMessageNotContaining("secret-password");
    }

    @Test
    void tellsNothingSecretInItsTexts() {
        Account account = client.signUp("me@example.org", "correct horse");

        assertThat(account.toString() + account.credentials() + account.syncKeys())
                .doesNotContain(account.kB().toHex())
                .doesNotContain(account.credentials().sessionToken().toHex());
    }
}
