package org.sagrada.pidp.admin;

import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/**
 * One request of an operator.
 *
 * @param path as its route matched it
 */
record Call(Matcher path, Map<String, String> parameters, JsonBody body) {

    private static final int PAGE = 1000;

    /** The account that the path names. */
    String uid() {
        return path.group(1);
    }

    /** After which account a list goes on; empty from the first one on. */
    String after() {
        var after = parameter("after");
        if (!after.isEmpty() && !TextRule.HEX_32.allows(after)) {
            throw invalid("after");
        }
        return after;
    }

    /** An address that is asked for, as it is looked up; empty for none. */
    String email() {
        var email = parameter("email");
        return email.isEmpty()
                ? ""
                : EmailAddress.parse(email).orElseThrow(() -> invalid("email")).normalized();
    }

    /** How many entries a list may have. */
    int limit() {
        var limit = parameter("limit");
        if (limit.isEmpty()) {
            return PAGE;
        }
        if (!limit.matches("[1-9][0-9]{0,3}") || Integer.parseInt(limit) > PAGE) {
            throw invalid("limit");
        }
        return Integer.parseInt(limit);
    }

    /** Whether a change is to be taken back once it is known what it would do. */
    boolean isDryRun() {
        return switch (parameter("dryRun")) {
            case "true" -> true;
            case "", "false" -> false;
            default -> throw invalid("dryRun");
        };
    }

    private String parameter(String name) {
        @Nullable String value = parameters.get(name);
        return value == null ? "" : value;
    }

    private static Refusal invalid(String parameter) {
        return new Refusal(PidpError.of(400, 107, "The parameter " + parameter + " has a value that it cannot have."));
    }
}
