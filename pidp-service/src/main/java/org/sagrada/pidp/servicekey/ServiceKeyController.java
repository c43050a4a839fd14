package org.sagrada.pidp.servicekey;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.sagrada.model.crypto.Base64Url;
import org.sagrada.model.crypto.MalformedEncodingException;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Wrapped keys of services, by origin (in base64url) and use. */
@RestController
@RequestMapping("/v1/service_keys")
class ServiceKeyController {

    private static final PidpError NOT_FOUND = PidpError.of(404, 300, "There is no such service key");
    private static final PidpError GONE =
            PidpError.of(410, 301, "The service key is wrapped under a key that a reset has replaced");
    private static final int LONGEST_ORIGIN = 255;

    private final ServiceKeys keys;
    private final AuditLog audit;

    ServiceKeyController(ServiceKeys keys, AuditLog audit) {
        this.keys = keys;
        this.audit = audit;
    }

    @GetMapping
    Keys list(SignedIn signedIn) {
        return new Keys(keys.list(signedIn.requireVerified().uid()));
    }

    @GetMapping("/{origin}/{keyType}")
    ServiceKey get(SignedIn signedIn, @PathVariable String origin, @PathVariable String keyType) {
        var key = keys.find(signedIn.requireVerified().uid(), origin(origin), keyType(keyType))
                .orElseThrow(() -> new Refusal(NOT_FOUND));
        if (!key.usable()) {
            throw new Refusal(GONE);
        }
        return key;
    }

    @PutMapping("/{origin}/{keyType}")
    Map<String, Object> put(
            SignedIn signedIn, JsonBody body, @PathVariable String origin, @PathVariable String keyType) {
        keys.keep(
                signedIn.requireVerified().uid(),
                origin(origin),
                keyType(keyType),
                body.text("wrappedKey", TextRule.WRAPPED_KEY));
        return Map.of();
    }

    @DeleteMapping("/{origin}/{keyType}")
    Map<String, Object> delete(
            SignedIn signedIn, @PathVariable String origin, @PathVariable String keyType, HttpServletRequest request) {
        if (!keys.remove(signedIn.requireVerified().uid(), origin(origin), keyType(keyType))) {
            throw new Refusal(NOT_FOUND);
        }
        audit.note(AuditLog.Happening.SERVICE_KEY_REMOVED, signedIn.uid(), ClientAddress.of(request));
        return Map.of();
    }

    private static String keyType(String text) {
        if (!TextRule.KEY_TYPE.allows(text)) {
            throw new Refusal(PidpError.invalidParameter("keytype"));
        }
        return text;
    }

    private static String origin(String encoded) {
        try {
            var text = new String(Base64Url.decode(encoded), UTF_8);
            var uri = new URI(text);
            var isOrigin = uri.getScheme() != null
                    && uri.getRawAuthority() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority());
            if (isOrigin && text.length() <= LONGEST_ORIGIN && text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
                return text;
            }
        } catch (MalformedEncodingException | URISyntaxException e) {
            // Falls through: it is no origin.
        }
        throw new Refusal(PidpError.invalidParameter("origin"));
    }

    record Keys(List<ServiceKey> keys) {}
}
