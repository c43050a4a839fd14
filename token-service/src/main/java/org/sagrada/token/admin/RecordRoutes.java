package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
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

    private final RecordTransfer records;
    private final AdminRequests requests;

    RecordRoutes(RecordTransfer records, AdminRequests requests) {
        this.records = records;
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
        long after = AdminRequests.number(request, "after", 0).orElse(0L);
        long limit = AdminRequests.number(request, "limit", 1).orElse(LONGEST_PAGE);
        return requests.answer(records.after(after, Math.min(limit, LONGEST_PAGE)));
    }

    /** Records whose uid is in use, or that name a node that isn't there, are counted as skipped. */
    private ServerResponse add(ServerRequest request) throws ServletException, IOException {
        List<RecordView> given = List.of(requests.body(request, RecordView[].class));
        return requests.change(request, () -> {
            long added = records.add(given);
            return Map.of("added", added, "skipped", given.size() - added);
        });
    }
}
