package org.sagrada.pidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.ACCOUNT_RESET;
import static org.sagrada.model.onepw.TokenKind.KEY_FETCH;
import static org.sagrada.model.onepw.TokenKind.PASSWORD_FORGOT;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PidpIT
class RaceIT {

    private static final int AT_ONCE = 8;

    @Autowired
    private PidpClient client;

    @Autowired
    private HeldMail mail;

    @Test
    void givesAnAddressToOneOfManyWhoSignUpAtOnce() throws Exception {
        var email = PidpClient.newAddress();
        var answers =
                atOnce(i -> () -> client.post("/v1/account/create", Map.of("email", email, "authPW", "0".repeat(64))));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.errno() == 101).hasSize(AT_ONCE - 1);
    }

    @Test
    void letsAllInWhoSignInAtOnceEachWithASessionOfItsOwn() throws Exception {
        var account = client.signUp();
        var answers = atOnce(i -> () -> client.login(account.email(), account.password()));
        assertThat(answers.stream().map(answer -> answer.text("sessionToken"))).doesNotHaveDuplicates();
        assertThat(answers.stream().map(answer -> client.keys(answer.text("keyFetchToken"))))
                .containsOnly(client.keys(account.keyFetchToken()));
    }

    @Test
    void handsKeysToOneOfManyWhoUseATokenAtOnce() throws Exception {
        var account = client.signUp();
        var answers = atOnce(i -> () -> client.get("/v1/account/keys", KEY_FETCH, account.keyFetchToken()));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.errno() == 110).hasSize(AT_ONCE - 1);
    }

    @Test
    void resetsAnAccountForOneOfManyWhoUseATokenAtOnce() throws Exception {
        var account = client.signUp();
        var forgot = client.post("/v1/password/forgot/send_code", Map.of("email", account.email()))
                .text("passwordForgotToken");
        var code = Map.of("code", mail.code(account.email()));
        var token = client.post("/v1/password/forgot/verify_code", code, PASSWORD_FORGOT, forgot)
                .text("accountResetToken");
        var answers = atOnce(i -> () -> client.post(
                "/v1/account/reset", Map.of("authPW", Integer.toString(i).repeat(64)), ACCOUNT_RESET, token));
        var winners = IntStream.range(0, AT_ONCE)
                .filter(i -> answers.get(i).status() == 200)
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.errno() == 110).hasSize(AT_ONCE - 1);
        var login = Map.of(
                "email",
                account.email(),
                "authPW",
                winners.getFirst().toString().repeat(64));
        assertThat(client.post("/v1/account/login", login).status()).isEqualTo(200);
    }

    @Test
    void leavesNobodySignedInToAnAccountThatIsDeletedMeanwhile() throws Exception {
        var account = client.signUp();
        var body = Map.of(
                "email", account.email(), "authPW", account.stretch().authPw().toHex());
        var answers = atOnce(i -> () -> client.post(i == 0 ? "/v1/account/destroy" : "/v1/account/login", body));
        assertThat(answers.getFirst().status()).isEqualTo(200);
        for (var answer : answers.subList(1, AT_ONCE)) {
            assertThat(answer.status() == 200 || answer.errno() == 102)
                    .as(answer.body())
                    .isTrue();
            if (answer.status() == 200) {
                var status = client.get("/v1/session/status", SESSION, answer.text("sessionToken"));
                assertThat(status.errno()).isEqualTo(110);
            }
        }
        assertThat(client.post("/v1/account/login", body).errno()).isEqualTo(102);
    }

    private static List<Answer> atOnce(IntFunction<Callable<Answer>> work)
            throws InterruptedException, ExecutionException {
        var start = new CyclicBarrier(AT_ONCE);
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<Answer>>();
            for (var i = 0; i < AT_ONCE; i++) {
                var call = work.apply(i);
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            for (var one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
