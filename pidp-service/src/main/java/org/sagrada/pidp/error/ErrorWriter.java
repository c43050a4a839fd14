package org.sagrada.pidp.error;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the error object of the account API: {@code {code, errno, error, message, info}} and further members. */
@Component
public final class ErrorWriter {

    private static final String INFO = "https://github.com/sagrada-sync/sagrada/blob/main/docs/pidp-service.md#errors";

    private final JsonMapper json;

    ErrorWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes status, headers and body. */
    public void write(PidpError error, HttpServletResponse response) throws IOException {
        var status = HttpStatus.resolve(error.code());
        var body = new LinkedHashMap<String, Object>();
        body.put("code", error.code());
        body.put("errno", error.errno());
        body.put("error", status == null ? "Error" : status.getReasonPhrase());
        body.put("message", error.message());
        body.put("info", INFO);
        body.putAll(error.extra());
        response.setStatus(error.code());
        if (error.code() == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader("WWW-Authenticate", "Hawk");
        }
        if (error.extra().get("retryAfter") instanceof Long seconds) {
            response.setHeader("Retry-After", seconds.toString());
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }
}
