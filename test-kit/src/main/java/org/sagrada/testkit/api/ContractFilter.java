package org.sagrada.testkit.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets through what is documented. */
final class ContractFilter extends OncePerRequestFilter {

    /** The status of an answer that breaks the contract; no service has it. */
    static final int BROKEN = 599;

    /** What any request may get that cannot be read, has another method or type, is too large, or comes at a bad time. */
    private static final Set<Integer> OF_EVERY_PATH = Set.of(400, 405, 406, 413, 414, 415, 431, 503);

    private final DocumentedApi api;
    private final JsonMapper json;

    ContractFilter(DocumentedApi api, JsonMapper json) {
        this.api = api;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        if (request.isAsyncStarted()) {
            throw new IllegalStateException("An answer that comes later is not compared");
        }
        var problem = problem(request, kept);
        if (problem.isPresent()) {
            kept.reset();
            kept.setStatus(BROKEN);
            kept.setContentType(MediaType.TEXT_PLAIN_VALUE);
            kept.getWriter().print("openapi.yaml: " + problem.get());
        }
        kept.copyBodyToResponse();
    }

    private Optional<String> problem(HttpServletRequest request, ContentCachingResponseWrapper answer)
            throws IOException {
        var status = answer.getStatus();
        var name = request.getMethod() + " " + request.getRequestURI() + " -> " + status + ": ";
        var path = api.path(request.getRequestURI());
        if (path.isEmpty()) {
            return isForPeople(request, answer) || status >= 400
                    ? Optional.empty()
                    : Optional.of(name + "the path is not there");
        }
        var method =
                request.getMethod().equals("HEAD") ? "get" : request.getMethod().toLowerCase(Locale.ROOT);
        var operation = path.get().operations().path(method);
        if (operation.isMissingNode()) {
            return status >= 400 || method.equals("options")
                    ? Optional.empty()
                    : Optional.of(name + path.get().template() + " has no " + method);
        }
        var documented = api.resolve(operation.get("responses").path(Integer.toString(status)));
        if (documented.isMissingNode()) {
            return OF_EVERY_PATH.contains(status) ? Optional.empty() : Optional.of(name + "the status is not there");
        }
        var problems = problems(documented, answer);
        return problems.isEmpty() ? Optional.empty() : Optional.of(name + String.join("; ", problems));
    }

    private List<String> problems(JsonNode documented, ContentCachingResponseWrapper answer) throws IOException {
        var schema = documented
                .path("content")
                .path(MediaType.APPLICATION_JSON_VALUE)
                .path("schema");
        var type = answer.getContentType();
        var isJson = type != null && MediaType.parseMediaType(type).isCompatibleWith(MediaType.APPLICATION_JSON);
        var bytes = answer.getContentAsByteArray();
        return schema.isMissingNode() || !isJson || bytes.length == 0
                ? List.of()
                : SchemaCheck.problems(api, schema, json.readTree(bytes));
    }

    /** Pages and what belongs to them are no API. */
    private static boolean isForPeople(HttpServletRequest request, ContentCachingResponseWrapper answer) {
        var type = answer.getContentType();
        return request.getRequestURI().startsWith("/assets/")
                || (type != null && type.startsWith(MediaType.TEXT_HTML_VALUE));
    }
}
