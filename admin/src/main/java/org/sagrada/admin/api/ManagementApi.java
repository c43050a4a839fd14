package org.sagrada.admin.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks one service's management API; every answer that isn't what was asked for becomes an {@link AdminException}. */
public final class ManagementApi {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Service service;
    private final String base;
    private final String token;
    private final HttpClient http;
    private final JsonMapper json = JsonMapper.builder().build();

    ManagementApi(Service service, URI address, String token) {
        String scheme = String.valueOf(address.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw AdminException.refused("'" + address + "' is not an address like " + service.usualAddress());
        }
        this.service = service;
        this.base = address.toString().replaceAll("/+$", "");
        this.token = token;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    }

    /** Reads. */
    public <T> T get(Target target, Class<T> type) {
        return ask("GET", target, BodyPublishers.noBody(), type);
    }

    /** Reads what may not be there. */
    public <T> Optional<T> find(Target target, Class<T> type) {
        HttpResponse<byte[]> response = send("GET", target, BodyPublishers.noBody());
        // A management API says what it doesn't find; without that it isn't one that answers.
        return response.statusCode() == 404 && !reason(response.body()).isEmpty()
                ? Optional.empty()
                : Optional.of(understood(response, type));
    }

    /** Does something. */
    public <T> T post(Target target, Object body, Class<T> type) {
        return ask("POST", target, written(body), type);
    }

    /** Changes something in part. */
    public <T> T patch(Target target, Object body, Class<T> type) {
        return ask("PATCH", target, written(body), type);
    }

    /** Removes something. */
    public <T> T delete(Target target, Class<T> type) {
        return ask("DELETE", target, BodyPublishers.noBody(), type);
    }

    /** Removes something that the body names. */
    public <T> T delete(Target target, Object body, Class<T> type) {
        return ask("DELETE", target, written(body), type);
    }

    private BodyPublisher written(Object body) {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
    }

    private <T> T ask(String method, Target target, BodyPublisher body, Class<T> type) {
        return understood(send(method, target, body), type);
    }

    private <T> T understood(HttpResponse<byte[]> response, Class<T> type) {
        try {
            if (response.statusCode() / 100 == 2) {
                return json.readValue(response.body(), type);
            }
        } catch (JacksonException unexpected) {
            throw AdminException.noAnswer("what answers at " + base + " is not the " + service.title()
                    + " of this version: " + unexpected.getOriginalMessage());
        }
        throw refusal(response);
    }

    private HttpResponse<byte[]> send(String method, Target target, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw AdminException.noAnswer("the " + service.title() + " doesn't answer at " + base + " ("
                    + failed.getClass().getSimpleName() + "): is it running, and is this its management address?");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AdminException.noAnswer("stopped while waiting for the " + service.title());
        }
    }

    private AdminException refusal(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        String why = reason(response.body());
        if (status == 401) {
            return AdminException.refused(
                    "the " + service.title() + " at " + base + " doesn't take this token: " + why);
        }
        if (status == 404 && why.isEmpty()) {
            return AdminException.refused("there is no management API of the " + service.title() + " at " + base);
        }
        if (status >= 500) {
            return AdminException.noAnswer("the " + service.title() + " can't now, with status " + status + ": " + why);
        }
        return AdminException.refused(why.isEmpty() ? "status " + status : why);
    }

    /** What a problem (RFC 9457) or an error of the account API says in words; empty if it is neither. */
    private String reason(byte[] body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.path("detail").asString(problem.path("message").asString(""));
        } catch (JacksonException other) {
            return "";
        }
    }
}
