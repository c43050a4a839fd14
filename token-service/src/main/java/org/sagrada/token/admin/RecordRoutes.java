package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /admin/records}: export and import of all users' histories, page by page in the order of their uids. */
@Component
class RecordRoutes {

    private static final long LONGEST_PAGE = 10_000;

    private final UserAdministration users;
    private final AdminRequests requests;

    RecordRoutes(UserAdministration users, AdminRequests requests) {
        this.users = users;
        this.requests = requests;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/admin/records", this::export)
                .POST("/admin/records", this::add)
                .build();
    }

    /** Those with a uid greater than {@code after}; the last uid of a page is the next one's. */
    private ServerResponse export(ServerRequest request) {
        long after = request.param("after").map(AdminRequests::number).orElse(0L);
        long limit = request.param("limit").map(AdminRequests::number).orElse(LONGEST_PAGE);
        return requests.answer(users.after(after, (int) Math.clamp(limit, 1, LONGEST_PAGE)));
    }

    /** Their nodes have to be there. Records whose uid is in use, or whose node isn't there, are counted as skipped. */
    private ServerResponse add(ServerRequest request) throws ServletException, IOException {
        RecordView[] records = requests.body(request, RecordView[].class);
        return requests.change(request, () -> {
            int added = 0;
            for (RecordView record : records) {
                added += users.add(record) ? 1 : 0;
            }
            users.settle();
            return Map.of("added", added, "skipped", records.length - added);
        });
    }
}
