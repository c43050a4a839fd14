package org.sagrada.token.admin;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.model.crypto.ConstantTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Administration in the web server of the management port, for those who have the operator's token. Spring Boot finds
 * this class through the list of management configurations; it carries no annotation that would put it into the
 * service's own web server too. In a process of several services it leaves the others alone: they have no such settings.
 */
@ConditionalOnBean(AdminSettings.class)
class AdminManagementConfiguration {

    private static final String BEARER = "Bearer ";
    private static final Logger log = LoggerFactory.getLogger(AdminManagementConfiguration.class);

    @Bean
    RouterFunction<ServerResponse> administration(
            NodeRoutes nodes, UserRoutes users, RecordRoutes records, PurgeRoutes purge, AdminSettings settings) {
        return RouterFunctions.route()
                .add(nodes.routes())
                .add(users.routes())
                .add(records.routes())
                .add(purge.routes())
                .route(RequestPredicates.path("/admin/**"), request -> {
                    throw AdminProblem.notFound("operation");
                })
                .filter((request, next) -> guarded(request, next, settings.token()))
                .onError(AdminProblem.class, (thrown, request) -> problem((AdminProblem) thrown))
                .onError(
                        DataIntegrityViolationException.class,
                        (thrown, request) -> problem(new AdminProblem(409, "That contradicts what is there.")))
                .onError(DataAccessException.class, (thrown, request) -> problem(unavailable(thrown)))
                .onError(TransactionException.class, (thrown, request) -> problem(unavailable(thrown)))
                .build();
    }

    private static ServerResponse guarded(
            ServerRequest request, HandlerFunction<ServerResponse> next, @Nullable String token) throws Exception {
        if (token == null) {
            return problem(new AdminProblem(403, "Set sagrada.token.admin.token to administer over HTTP."));
        }
        String authorization = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !ConstantTime.equal(BEARER + token, authorization)) {
            return problem(new AdminProblem(401, "Send sagrada.token.admin.token as a bearer token."));
        }
        return next.handle(request);
    }

    private static AdminProblem unavailable(Throwable thrown) {
        log.warn("Administration failed", thrown);
        return new AdminProblem(503, "The database doesn't answer, or another change is in the way; try again.");
    }

    private static ServerResponse problem(AdminProblem problem) {
        var answer = ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.body(Map.of(
                "title",
                HttpStatus.valueOf(problem.status()).getReasonPhrase(),
                "status",
                problem.status(),
                "detail",
                String.valueOf(problem.getMessage())));
    }
}
