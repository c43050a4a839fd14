package org.sagrada.token.admin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** {@code /admin/nodes}: list, add, change, unassign and remove nodes. */
@Component
class NodeRoutes {

    private final NodeAdministration nodes;
    private final AdminRequests requests;

    NodeRoutes(NodeAdministration nodes, AdminRequests requests) {
        this.nodes = nodes;
        this.requests = requests;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/admin/nodes", request -> requests.answer(nodes.list()))
                .POST("/admin/nodes", this::add)
                .GET("/admin/nodes/{id}", request -> requests.answer(find(id(request))))
                .PATCH("/admin/nodes/{id}", this::change)
                .DELETE("/admin/nodes/{id}", this::remove)
                .POST("/admin/nodes/{id}/unassign", this::unassign)
                .build();
    }

    private record NewNode(
            @Nullable String url,
            @Nullable Long capacity,
            @Nullable Boolean downed,
            @Nullable Boolean backoff) {}

    private ServerResponse add(ServerRequest request) throws ServletException, IOException {
        NewNode node = requests.body(request, NewNode.class);
        if (node.url() == null || node.capacity() == null) {
            throw new AdminProblem(400, "A node needs a url and a capacity.");
        }
        String root = root(node.url());
        long capacity = checked(node.capacity());
        return requests.change(
                request,
                () -> nodes.add(root, capacity, Boolean.TRUE.equals(node.downed()), Boolean.TRUE.equals(node.backoff()))
                        .flatMap(nodes::find)
                        .orElseThrow(() -> new AdminProblem(409, "There is a node of this URL; change that one.")));
    }

    private ServerResponse change(ServerRequest request) throws ServletException, IOException {
        long id = id(request);
        NodeChanges changes = requests.body(request, NodeChanges.class);
        if (changes.capacity() != null) {
            checked(changes.capacity());
        }
        return requests.change(request, () -> {
            nodes.change(id, changes);
            return find(id);
        });
    }

    private ServerResponse unassign(ServerRequest request) {
        long id = id(request);
        long limit = AdminRequests.number(request, "limit", 1).orElse(Long.MAX_VALUE);
        return requests.change(
                request,
                () -> {
                    find(id);
                    return Map.of("unassigned", nodes.unassign(id, limit));
                },
                "limit");
    }

    private ServerResponse remove(ServerRequest request) {
        long id = id(request);
        return requests.change(request, () -> {
            NodeView removed = find(id);
            nodes.remove(id);
            return removed;
        });
    }

    private NodeView find(long id) {
        return nodes.find(id).orElseThrow(() -> AdminProblem.notFound("node"));
    }

    private static long id(ServerRequest request) {
        return AdminRequests.number(request.pathVariable("id"));
    }

    private static String root(String url) {
        try {
            return PublicUrl.parse(url).toString();
        } catch (IllegalArgumentException malformed) {
            throw new AdminProblem(400, String.valueOf(malformed.getMessage()));
        }
    }

    private static long checked(long capacity) {
        if (capacity < 0) {
            throw new AdminProblem(400, "A capacity isn't negative.");
        }
        return capacity;
    }
}
