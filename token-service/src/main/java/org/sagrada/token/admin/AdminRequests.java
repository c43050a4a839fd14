package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads what operators send, and runs what they ask for in one transaction, which a dry run takes back at its end. */
@Component
class AdminRequests {

    private static final String DRY_RUN = "dryRun";

    private final JsonMapper json;
    private final TransactionTemplate transaction;

    AdminRequests(JsonMapper json, TransactionTemplate transaction) {
        this.json = json;
        this.transaction = transaction;
    }

    <T> T body(ServerRequest request, Class<T> type) throws ServletException, IOException {
        try {
            T body = json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(request.body(byte[].class));
            if (body != null) {
                return body;
            }
        } catch (JacksonException malformed) {
            throw new AdminProblem(
                    400, "The body isn't the JSON that is expected here: " + malformed.getOriginalMessage());
        }
        throw new AdminProblem(400, "The body is missing.");
    }

    /** A change that takes no other parameter than {@code dryRun}, and those named. */
    <T> ServerResponse change(ServerRequest request, Supplier<T> change, String... parameters) {
        boolean dryRun = isDryRun(request, parameters);
        T outcome = transaction.execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return change.get();
        });
        return answer(outcome);
    }

    ServerResponse answer(@Nullable Object body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(json.writeValueAsString(body));
    }

    /** A parameter that is misspelt must not turn a dry run into the change itself. */
    private static boolean isDryRun(ServerRequest request, String... parameters) {
        for (String name : request.params().keySet()) {
            if (!name.equals(DRY_RUN) && !List.of(parameters).contains(name)) {
                throw new AdminProblem(400, "There is no parameter '" + name + "' here.");
            }
        }
        return switch (request.param(DRY_RUN).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new AdminProblem(400, "dryRun is true or false.");
        };
    }

    /** A parameter that is a number of at least so much. */
    static Optional<Long> number(ServerRequest request, String name, long least) {
        return request.param(name).map(text -> {
            long value = number(text);
            if (value < least) {
                throw new AdminProblem(400, name + " is at least " + least + ".");
            }
            return value;
        });
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new AdminProblem(400, "A number is expected.");
        }
    }
}
