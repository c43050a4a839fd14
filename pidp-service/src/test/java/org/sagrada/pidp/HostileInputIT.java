package org.sagrada.pidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sagrada.model.onepw.TokenKind.SESSION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Each member of each request gets values that no client would send; whatever comes of it, it is no failure of ours. */
@PidpIT
class HostileInputIT {

    private static final List<String> MEMBERS = List.of(
            "email",
            "authPW",
            "oldAuthPW",
            "wrapKb",
            "authPWVersion2",
            "wrapKbVersion2",
            "clientSalt",
            "service",
            "reason",
            "code",
            "uid",
            "id",
            "name",
            "type",
            "to",
            "target",
            "command",
            "payload",
            "ttl",
            "publicKey",
            "duration",
            "availableCommands",
            "pushCallback",
            "recoveryKeyId",
            "recoveryData",
            "sessionToken",
            "customSessionToken",
            "unblockCode",
            "invite",
            "originalLoginEmail",
            "client_id",
            "scope",
            "state",
            "code_challenge",
            "code_challenge_method",
            "code_verifier",
            "grant_type",
            "redirect_uri",
            "refresh_token",
            "token",
            "keys_jwe",
            "displayName",
            "refreshTokenId");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "1.5",
            "99999999999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"' OR 1=1 --\"",
            "\"5882386c6d801776\"",
            "\"https://identity.mozilla.com/apps/oldsync profile\"",
            "\"https://[profile\"",
            "\"S256\"",
            "\"fxa-credentials\"",
            "\"a.b.c\"",
            "\"" + "A".repeat(43) + "\"",
            "\"a@b.cd\"",
            "\"A@B.CD\"",
            "\"x@\\u2028.org\"",
            "\"" + "a".repeat(300) + "@example.org\"",
            "\"" + "0".repeat(64) + "\"",
            "\"" + "0".repeat(63) + "\"",
            "\"" + "0".repeat(32) + "\"",
            "\"" + "zz".repeat(32) + "\"",
            "[]",
            "[[[[[[]]]]]]",
            "{}",
            "{\"algorithm\":\"RS\",\"n\":\"-5\",\"e\":\"0\"}",
            "{\"algorithm\":\"DS\",\"y\":\"\",\"p\":\"0\",\"q\":\"0\",\"g\":\"0\"}",
            "{\"a\":{\"b\":null}}",
            "{\"__proto__\":\"x\",\"\\ud800\":\"y\"}");

    @Autowired
    private PidpClient client;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/account/create",
                "/v1/account/login",
                "/v1/account/status",
                "/v1/account/destroy",
                "/v1/account/device",
                "/v1/account/device/destroy",
                "/v1/account/devices/invoke_command",
                "/v1/account/devices/notify",
                "/v1/account/attached_client/destroy",
                "/v1/account/credentials/status",
                "/v1/certificate/sign",
                "/v1/session/reauth",
                "/v1/session/destroy",
                "/v1/session/verify_code",
                "/v1/session/verify/totp",
                "/v1/session/verify/recoveryCode",
                "/v1/password/change/start",
                "/v1/password/forgot/verify_otp",
                "/v1/recovery_email",
                "/v1/recovery_email/verify_code",
                "/v1/recovery_email/set_primary",
                "/v1/recoveryKey",
                "/v1/recoveryKey/exists",
                "/v1/account/scoped-key-data",
                "/v1/oauth/authorization",
                "/v1/oauth/token",
                "/v1/oauth/destroy",
                "/v1/token",
                "/v1/destroy",
                "/v1/verify",
                "/v1/introspect",
                "/v1/display_name"
            })
    void answersWithAnErrorOfTheProtocolOrDoesWhatIsAsked(String path) {
        var random = new Random(path.hashCode());
        var account = client.signUp();
        for (var i = 0; i < 40; i++) {
            var json = object(random);
            var answer = client.post(path, json, SESSION, account.sessionToken());
            assertThat(answer.status())
                    .as("%s %s: %s", path, json, answer.body())
                    .isLessThan(500);
            if (answer.status() != 200) {
                assertThat(answer.errno()).as(answer.body()).isPositive();
            } else if (path.equals("/v1/session/destroy")) {
                account = client.signUp();
            }
        }
    }

    static String object(Random random) {
        var members = new LinkedHashMap<String, String>();
        var names = new ArrayList<>(MEMBERS);
        for (var i = random.nextInt(8) + 1; i > 0; i--) {
            members.put(names.remove(random.nextInt(names.size())), VALUES.get(random.nextInt(VALUES.size())));
        }
        // Enough right members, often, for the wrong ones to be reached.
        if (random.nextBoolean()) {
            members.putIfAbsent("email", "\"nobody@example.org\"");
            members.putIfAbsent("authPW", "\"" + "0".repeat(64) + "\"");
        }
        var text = new StringBuilder("{");
        for (Map.Entry<String, String> member : members.entrySet()) {
            text.append(text.length() == 1 ? "" : ",")
                    .append(JsonMapper.shared().writeValueAsString(member.getKey()))
                    .append(':')
                    .append(member.getValue());
        }
        return text.append('}').toString();
    }
}
