package org.sagrada.pidp.admin;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sagrada.model.onepw.QuickStretch;
import org.sagrada.pidp.request.TextRule;
import tools.jackson.databind.json.JsonMapper;

/** The management API from a terminal. A password is stretched here: what the service gets of it is what any client sends. */
public final class AdminCommand {

    private static final String USAGE = """
            Usage: admin COMMAND, with the management API's token in SAGRADA_PIDP_ADMIN_TOKEN and its address in
            SAGRADA_PIDP_ADMIN_URL (default http://127.0.0.1:9001/admin/pidp)
              accounts [UID]    lists accounts, from the one after UID on
              create EMAIL      makes a verified account; the password is read from standard input
              invite [EMAIL]    makes an invite, for anybody or for one address
              disable UID       locks an account and ends its sessions
              enable UID        opens an account again
              verify UID        vouches for an account's address
              delete UID        deletes an account with its data
              mails             shows the newest mails with their codes
              events            shows events that wait for their receivers
              rotate-keys       makes a new signing key
            """;

    private final URI base;
    private final String token;
    private final Supplier<String> password;
    private final PrintStream out;

    /**
     * A terminal.
     *
     * @param base the address of the management API, without a trailing slash
     * @param password asked for when an account is made
     * @param out where answers go
     */
    public AdminCommand(URI base, String token, Supplier<String> password, PrintStream out) {
        this.base = base;
        this.token = token;
        this.password = password;
        this.out = out;
    }

    /** Runs a command; answers the exit status: 0, 1 when the service refused, 2 when there is no such command. */
    public int run(List<String> words) {
        var call = call(words);
        if (call.isEmpty()) {
            out.print(USAGE);
            return 2;
        }
        try {
            var answer = HttpClient.newHttpClient().send(request(call.get()), HttpResponse.BodyHandlers.ofString());
            out.println(pretty(answer.body()));
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (IOException e) {
            out.println("The management API at " + base + " does not answer: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Optional<Call> call(List<String> words) {
        var command = words.isEmpty() ? "" : words.getFirst();
        var argument = words.size() < 2 ? "" : words.get(1);
        if (words.size() > 2) {
            return Optional.empty();
        }
        return switch (command) {
            case "accounts" -> plain("GET", "/accounts" + (isUid(argument) ? "?after=" + argument : ""));
            case "create" -> argument.isEmpty() ? Optional.empty() : Optional.of(create(argument));
            case "invite" ->
                Optional.of(new Call("POST", "/invites", argument.isEmpty() ? Map.of() : Map.of("email", argument)));
            case "disable", "enable", "verify" ->
                isUid(argument) ? plain("POST", "/accounts/" + argument + "/" + command) : Optional.empty();
            case "delete" -> isUid(argument) ? plain("DELETE", "/accounts/" + argument) : Optional.empty();
            case "mails" -> plain("GET", "/mails");
            case "events" -> plain("GET", "/events");
            case "rotate-keys" -> plain("POST", "/signing_keys");
            default -> Optional.empty();
        };
    }

    private Call create(String email) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", email);
        body.put("authPW", QuickStretch.v1(email, password.get()).authPw().toHex());
        return new Call("POST", "/accounts", body);
    }

    private HttpRequest request(Call call) {
        return HttpRequest.newBuilder(URI.create(base + call.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        call.method(),
                        HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(call.body())))
                .build();
    }

    private static Optional<Call> plain(String method, String path) {
        return Optional.of(new Call(method, path, Map.of()));
    }

    private static boolean isUid(String text) {
        return TextRule.HEX_32.allows(text);
    }

    private static String pretty(String json) {
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(JsonMapper.shared().readTree(json));
    }

    private record Call(String method, String path, Map<String, Object> body) {
        @Override
        public String toString() {
            return "Call[" + method + " " + path + "]";
        }
    }
}
