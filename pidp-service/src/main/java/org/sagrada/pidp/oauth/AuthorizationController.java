package org.sagrada.pidp.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.sagrada.pidp.oauth.client.OAuthClients;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.PassedQuery;
import org.sagrada.pidp.session.SignedIn;
import org.sagrada.service.url.PublicUrl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Codes for clients whose user is signed in on our page (RFC 6749, section 4.1). */
@RestController
class AuthorizationController {

    private final OAuthClients clients;
    private final Codes codes;
    private final PublicUrl publicUrl;

    AuthorizationController(OAuthClients clients, Codes codes, PublicUrl publicUrl) {
        this.clients = clients;
        this.codes = codes;
        this.publicUrl = publicUrl;
    }

    /** Keys, and a session of its own, go only to clients of a verified session. */
    @PostMapping({"/v1/oauth/authorization", "/v1/authorization"})
    Answer authorize(SignedIn signedIn, JsonBody body) {
        var request = AuthorizationRequest.from(body, clients);
        if (clients.needsVerifiedSession(request.scope())) {
            signedIn.requireVerified();
        }
        var code = codes.make(signedIn, request);
        var redirect = request.redirectUri() + (request.redirectUri().indexOf('?') < 0 ? "?" : "&") + "code=" + code
                + "&state=" + UriUtils.encode(request.state(), UTF_8);
        return new Answer(redirect, code, request.state(), request.scope().toString());
    }

    /** A client that came to the API instead of the page is sent on. */
    @GetMapping("/v1/authorization")
    ResponseEntity<Void> toThePage(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(PassedQuery.to(publicUrl + "/authorization", request))
                .build();
    }

    /** @param redirect where the page goes on to, with code and state */
    record Answer(String redirect, String code, String state, String scope) {

        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }
}
