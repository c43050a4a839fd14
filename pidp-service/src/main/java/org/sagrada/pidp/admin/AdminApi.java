package org.sagrada.pidp.admin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.abuse.AuditLog.Happening;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.certificate.SigningKeys;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.event.WaitingEvents;
import org.sagrada.pidp.mail.MailOutbox;
import org.sagrada.pidp.password.NewPassword;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.signin.Invites;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The operations of the management API, each under a method and a path. A change happens in one transaction, which a dry run
 * takes back at its end; what stays is noted in the audit log.
 */
@Component
public final class AdminApi {

    private static final String OPERATOR = "operator";
    private static final String ACCOUNTS = "/accounts";
    private static final String UID = "/accounts/([0-9a-f]{32})";
    private static final long LONGEST_INVITE_DAYS = 365;
    private static final long DEFAULT_INVITE_DAYS = 7;
    private static final PidpError NO_PATH = PidpError.of(404, 999, "There is nothing at this path.");
    private static final PidpError NO_METHOD = PidpError.of(405, 999, "This path takes other methods.");

    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final List<Route> routes;

    AdminApi(
            AccountAdministration accounts,
            AccountLists lists,
            Invites invites,
            MailOutbox mails,
            SigningKeys signingKeys,
            WaitingEvents events,
            Limits limits,
            AuditLog audit,
            TransactionOperations transaction) {
        this.audit = audit;
        this.transaction = transaction;
        this.routes = List.of(
                route(
                        "GET",
                        ACCOUNTS,
                        call -> Map.of("accounts", lists.list(call.email(), call.after(), call.limit()))),
                change("POST", ACCOUNTS, call -> create(accounts, call.body())),
                route("GET", UID, call -> lists.find(call.uid()).orElseThrow(AdminApi::noAccount)),
                change("DELETE", UID, call -> accounts.delete(call.uid())),
                change("POST", UID + "/disable", call -> accounts.disable(call.uid())),
                change("POST", UID + "/enable", call -> accounts.enable(call.uid())),
                change("POST", UID + "/verify", call -> accounts.verify(call.uid())),
                change("POST", "/invites", call -> invite(invites, call.body())),
                route("GET", "/mails", call -> Map.of("mails", mails.newest(call.email(), call.limit()))),
                route("GET", "/events", call -> Map.of("waiting", events.byReceiver())),
                route("GET", "/signing_keys", call -> Map.of("keys", signingKeys.stored())),
                change("POST", "/signing_keys", call -> rotate(signingKeys)),
                route("GET", "/limits", call -> Map.of("limits", limits.usedUp(call.limit()))),
                change("DELETE", "/limits", call -> lift(limits, call.body())));
    }

    /** Does what the operator asks for and answers with what is to be told; refuses what there is not. */
    Object call(String method, String path, Map<String, String> query, JsonBody body) {
        var found = false;
        for (var route : routes) {
            var match = route.path().matcher(path);
            if (match.matches()) {
                found = true;
                if (route.method().equals(method)) {
                    return route.work().apply(new Call(match, query, body));
                }
            }
        }
        throw new Refusal(found ? NO_METHOD : NO_PATH);
    }

    private static Route route(String method, String path, Function<Call, Object> work) {
        return new Route(method, Pattern.compile(path), work);
    }

    private Route change(String method, String path, Function<Call, Change> work) {
        return route(method, path, call -> {
            var isDryRun = call.isDryRun();
            var change = transaction.execute(status -> {
                if (isDryRun) {
                    status.setRollbackOnly();
                }
                return work.apply(call);
            });
            if (!isDryRun) {
                audit.note(change.happening(), change.uid(), OPERATOR);
            }
            return change.answer();
        });
    }

    private static Change create(AccountAdministration accounts, JsonBody body) {
        return accounts.create(body.email("email"), NewPassword.from(body));
    }

    private static Change invite(Invites invites, JsonBody body) {
        var days = body.has("days") ? body.integer("days", 1, LONGEST_INVITE_DAYS) : DEFAULT_INVITE_DAYS;
        var code = invites.make(body.optionalEmail("email"), Duration.ofDays(days));
        return new Change(Happening.INVITE_MADE, "", Map.of("invite", code));
    }

    private static Change rotate(SigningKeys signingKeys) {
        return new Change(Happening.SIGNING_KEY_ROTATED, "", Map.of("kid", signingKeys.rotate()));
    }

    private static Change lift(Limits limits, JsonBody body) {
        if (!limits.lift(body.text("what", TextRule.DISPLAY), body.text("who", TextRule.DISPLAY))) {
            throw new Refusal(PidpError.of(404, 999, "There is no such limit, or it has ended."));
        }
        return new Change(Happening.LIMIT_LIFTED, "", Map.of());
    }

    private static Refusal noAccount() {
        return new Refusal(AccountAdministration.UNKNOWN);
    }

    private record Route(String method, Pattern path, Function<Call, Object> work) {}
}
