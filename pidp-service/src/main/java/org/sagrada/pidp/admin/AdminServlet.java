package org.sagrada.pidp.admin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagrada.model.crypto.ConstantTime;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBodies;
import org.sagrada.service.edge.EdgeFailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/** The management API over HTTP: every request shows the operator's token, whatever its path. */
final class AdminServlet extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(AdminServlet.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final String BEARER = "bearer ";

    private final transient AdminSettings settings;
    private final transient AdminApi api;
    private final transient JsonBodies bodies;
    private final transient ProblemWriter problems;
    private final transient JsonMapper json;

    AdminServlet(AdminSettings settings, AdminApi api, JsonBodies bodies, ProblemWriter problems, JsonMapper json) {
        this.settings = settings;
        this.api = api;
        this.bodies = bodies;
        this.problems = problems;
        this.json = json;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireOperator(request);
            var path = request.getPathInfo() == null ? "" : request.getPathInfo();
            var answer = api.call(request.getMethod(), path, query(request), bodies.read(request));
            response.setContentType("application/json;charset=utf-8");
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(json.writeValueAsBytes(answer));
        } catch (Refusal refusal) {
            problems.write(refusal.error(), response);
        } catch (EdgeFailureException failure) {
            problems.write(
                    PidpError.of(
                            failure.failure().status(), 107, failure.failure().description()),
                    response);
        } catch (DataAccessResourceFailureException | TransactionException e) {
            log.warn("The management API has no database: {}", e.getClass().getSimpleName());
            problems.write(PidpError.unavailable(RETRY_AFTER), response);
        } catch (RuntimeException e) {
            log.error("The management API failed", e);
            problems.write(PidpError.of(500, 999, "Unspecified error"), response);
        }
    }

    private void requireOperator(HttpServletRequest request) {
        var authorization = request.getHeader("Authorization");
        var token = settings.token();
        if (authorization == null
                || token == null
                || !settings.isEnabled()
                || !authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                || !ConstantTime.equal(
                        token, authorization.substring(BEARER.length()).strip())) {
            throw new Refusal(PidpError.of(401, 110, "The management API needs the token of sagrada.pidp.admin.token"));
        }
    }

    private static Map<String, String> query(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    }
}
