package org.sagrada.token.issue;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.token.assignment.Assignment;
import org.sagrada.token.assignment.Assignments;
import org.sagrada.token.credential.CredentialHeaders;
import org.sagrada.token.credential.Credentials;
import org.sagrada.token.credential.Identity;
import org.sagrada.token.refusal.Refusal;
import org.sagrada.token.terms.Terms;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A credential in, a token out. */
@RestController
class TokenController {

    private final Credentials credentials;
    private final Terms terms;
    private final Assignments assignments;
    private final TokenIssuer issuer;
    private final IssueSettings settings;
    private final MeterRegistry metrics;

    TokenController(
            Credentials credentials,
            Terms terms,
            Assignments assignments,
            TokenIssuer issuer,
            IssueSettings settings,
            MeterRegistry metrics) {
        this.credentials = credentials;
        this.terms = terms;
        this.assignments = assignments;
        this.metrics = metrics;
        this.issuer = issuer;
        this.settings = settings;
    }

    /** Both prefixes are in use; clients append the rest to whatever address they were given. */
    @GetMapping(
            path = {"/1.0/{application}/{version}", "/token/1.0/{application}/{version}"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TokenAnswer> token(
            @PathVariable String application, @PathVariable String version, HttpServletRequest request) {
        Application known = application(application, version);
        Identity identity = credentials.verify(new CredentialHeaders(
                request.getHeader(HttpHeaders.AUTHORIZATION),
                request.getHeader("X-KeyID"),
                request.getHeader("X-Client-State"),
                request.getHeader(HttpHeaders.HOST)));
        terms.check(identity.email(), request.getHeader("X-Conditions-Accepted"));
        Assignment assignment = assignments.assign(identity, request.getRemoteAddr());
        metrics.counter("sagrada.token.issued", "application", known.name(), "version", known.version())
                .increment();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(issuer.issue(known, identity, assignment, duration(request.getParameter("duration"))));
    }

    private Application application(String name, String version) {
        List<Application> ofThatName = settings.applications().stream()
                .filter(application -> application.name().equals(name))
                .toList();
        if (ofThatName.isEmpty()) {
            throw Refusal.of(404, "error", "url", "application", "Unsupported application", "application", "unknown")
                    .toException();
        }
        return ofThatName.stream()
                .filter(application -> application.version().equals(version))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                404, "error", "url", version, "Unsupported application version", "version", "unknown")
                        .toException());
    }

    /** A shorter life than usual, in s, may be asked for; anything else is passed over. */
    private Duration duration(@Nullable String asked) {
        Duration longest = settings.tokenDuration();
        if (asked == null || !asked.matches("[0-9]{1,9}")) {
            return longest;
        }
        Duration duration = Duration.ofSeconds(Long.parseLong(asked));
        return duration.isPositive() && duration.compareTo(longest) < 0 ? duration : longest;
    }
}
