package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON objects that requests carry. */
@Component
public final class JsonBodies {

    private final JsonMapper json;

    JsonBodies(JsonMapper json) {
        this.json = json;
    }

    /** The request's object; an empty body counts as an empty one. Ends the request with 415, or with errno 106 or 113. */
    public JsonBody read(HttpServletRequest request) {
        var bytes = RequestBytes.of(request);
        if (bytes.length == 0) {
            return new JsonBody(json.createObjectNode());
        }
        requireJson(request.getContentType());
        return new JsonBody(parse(bytes));
    }

    private ObjectNode parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (json.readTree(text.toString()) instanceof ObjectNode object) {
                return object;
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw new Refusal(PidpError.invalidJson());
        }
        throw new Refusal(PidpError.invalidJson());
    }

    private static void requireJson(@Nullable String contentType) {
        try {
            if (contentType != null
                    && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(contentType))) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // Falls through: what cannot be read is not JSON's type either.
        }
        throw new EdgeFailureException(
                new EdgeFailure.UnsupportedMediaType("The Content-Type must be application/json."));
    }
}
