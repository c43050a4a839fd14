package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.assignment.Assignments;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /admin/users}: count users, look one up by e-mail (the principal), give one another node. */
@Component
class UserRoutes {

    private final UserAdministration users;
    private final Assignments assignments;
    private final AdminRequests requests;
    private final Clock clock;

    UserRoutes(UserAdministration users, Assignments assignments, AdminRequests requests, Clock clock) {
        this.users = users;
        this.assignments = assignments;
        this.requests = requests;
        this.clock = clock;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/admin/users", this::count)
                .GET("/admin/users/{email}", request -> requests.answer(history(request.pathVariable("email"))))
                .POST("/admin/users/{email}/move", this::move)
                .build();
    }

    private ServerResponse count(ServerRequest request) {
        long until = AdminRequests.number(request, "createdUntil", 0).orElseGet(clock::millis);
        return requests.answer(users.count(until));
    }

    /**
     * Where a user goes.
     *
     * @param node takes them whatever its load and state; null: the best node
     */
    private record Destination(@Nullable String node) {}

    private ServerResponse move(ServerRequest request) throws ServletException, IOException {
        String email = request.pathVariable("email");
        Destination destination = requests.body(request, Destination.class);
        return requests.change(request, () -> {
            history(email);
            switch (assignments.move(email, destination.node())) {
                case MOVED -> {}
                case NO_LIVE_RECORD ->
                    throw new AdminProblem(409, "The user has no live record; one comes with their next token.");
                case NO_NODE ->
                    throw new AdminProblem(
                            409, destination.node() == null ? "No node has room." : "There is no such node.");
            }
            return history(email);
        });
    }

    private List<RecordView> history(String email) {
        List<RecordView> records = users.history(email);
        if (records.isEmpty()) {
            throw AdminProblem.notFound("user");
        }
        return records;
    }
}
