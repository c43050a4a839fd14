package org.sagrada.token.admin;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /admin/purge}: how far it is, and not to wait any longer. */
@Component
class PurgeRoutes {

    private final PurgeAdministration purge;
    private final AdminRequests requests;

    PurgeRoutes(PurgeAdministration purge, AdminRequests requests) {
        this.purge = purge;
        this.requests = requests;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/admin/purge", request -> requests.answer(purge.status()))
                .POST("/admin/purge", this::hasten)
                .build();
    }

    private ServerResponse hasten(ServerRequest request) {
        Long node = AdminRequests.number(request, "node", 1).orElse(null);
        return requests.change(request, () -> Map.of("hastened", purge.hasten(node)), "node");
    }
}
