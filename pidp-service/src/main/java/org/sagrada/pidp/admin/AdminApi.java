package org.sagrada.pidp.admin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.certificate.SigningKeys;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.signin.Invites;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The operations of the management API, each under a method and a path. */
@Component
public final class AdminApi {

    private static final String UID = "/accounts/([0-9a-f]{32})";
    private static final int PAGE = 1000;
    private static final long LONGEST_INVITE_DAYS = 365;
    private static final long DEFAULT_INVITE_DAYS = 7;

    private final List<Route> routes;

    AdminApi(
            AccountAdministration accounts,
            Invites invites,
            MailOutbox mails,
            SigningKeys signingKeys,
            AuditLog audit,
            JdbcClient database) {
        this.routes = List.of(
                route("GET", "/accounts", call -> Map.of("accounts", accounts.list(call.query("after"), PAGE))),
                route(
                        "POST",
                        "/accounts",
                        call -> Map.of(
                                "uid", accounts.create(call.body().email("email"), NewPassword.from(call.body())))),
                route("POST", UID + "/disable", call -> done(() -> accounts.disable(call.uid()))),
                route("POST", UID + "/enable", call -> done(() -> accounts.enable(call.uid()))),
                route("POST", UID + "/verify", call -> done(() -> accounts.verify(call.uid()))),
                route("DELETE", UID, call -> done(() -> accounts.delete(call.uid()))),
                route("POST", "/invites", call -> Map.of("invite", invite(invites, call.body()))),
                route("GET", "/mails", call -> Map.of("mails", mails.newest(PAGE))),
                route("GET", "/events", call -> Map.of("waiting", waitingEvents(database))),
                route("POST", "/signing_keys", call -> Map.of("kid", rotate(signingKeys, audit))));
    }

    /** Finds what to do; nothing when there is no such path. */
    Optional<Object> call(String method, String path, Map<String, String> query, JsonBody body) {
        for (var route : routes) {
            var match = route.path().matcher(path);
            if (route.method().equals(method) && match.matches()) {
                return Optional.of(route.work().apply(new Call(match, query, body)));
            }
        }
        return Optional.empty();
    }

    private static Route route(String method, String path, Function<Call, Object> work) {
        return new Route(method, Pattern.compile(path), work);
    }

    private static Object done(Runnable work) {
        work.run();
        return Map.of();
    }

    private static String invite(Invites invites, JsonBody body) {
        var days = body.has("days") ? body.integer("days", 1, LONGEST_INVITE_DAYS) : DEFAULT_INVITE_DAYS;
        return invites.make(body.optionalEmail("email"), Duration.ofDays(days));
    }

    private static List<Map<String, Object>> waitingEvents(JdbcClient database) {
        return database.sql(
                        "SELECT receiver, count(*) AS events, min(created_at) AS oldest FROM event GROUP BY receiver ORDER BY receiver")
                .query((row, index) -> Map.<String, Object>of(
                        "receiver", row.getString("receiver"),
                        "events", row.getInt("events"),
                        "oldest", row.getTimestamp("oldest").toInstant()))
                .list();
    }

    private static String rotate(SigningKeys signingKeys, AuditLog audit) {
        var kid = signingKeys.rotate();
        audit.note(AuditLog.Happening.SIGNING_KEY_ROTATED, "", "operator");
        return kid;
    }

    private record Route(String method, Pattern path, Function<Call, Object> work) {}

    private record Call(Matcher path, Map<String, String> parameters, JsonBody body) {

        String uid() {
            return path.group(1);
        }

        String query(String name) {
            @Nullable String value = parameters.get(name);
            return value == null ? "" : value;
        }
    }
}
