package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what operators send, and runs what they ask for in one transaction, which a dry run takes back at its end. */
@Component
class AdminRequests {

    private final JsonMapper json;
    private final TransactionTemplate transaction;

    AdminRequests(JsonMapper json, TransactionTemplate transaction) {
        this.json = json;
        this.transaction = transaction;
    }

    <T> T body(ServerRequest request, Class<T> type) throws ServletException, IOException {
        try {
            T body = json.readValue(request.body(byte[].class), type);
            if (body != null) {
                return body;
            }
        } catch (JacksonException malformed) {
            throw new AdminProblem(
                    400, "The body isn't the JSON that is expected here: " + malformed.getOriginalMessage());
        }
        throw new AdminProblem(400, "The body is missing.");
    }

    <T> ServerResponse change(ServerRequest request, Supplier<T> change) {
        boolean dryRun = request.param("dryRun").filter("true"::equals).isPresent();
        T outcome = transaction.execute(status -> {
            if (dryRun) {
                status.setRollbackOnly();
            }
            return change.get();
        });
        return answer(outcome);
    }

    ServerResponse answer(@Nullable Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsString(body));
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException malformed) {
            throw new AdminProblem(400, "A number is expected.");
        }
    }
}
