package org.sagrada.pidp.address;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagrada.pidp.email.Email;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.PassedQuery;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of an account. */
@RestController
@RequestMapping("/v1")
class AddressController {

    private final Addresses addresses;

    AddressController(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Clients ask until it says that all is verified. */
    @GetMapping("/recovery_email/status")
    Status status(SignedIn signedIn) {
        return new Status(
                signedIn.email().address(),
                signedIn.isVerified(),
                signedIn.session().isVerified(),
                signedIn.email().isVerified());
    }

    @PostMapping("/recovery_email/resend_code")
    Map<String, Object> resend(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        body.optionalText("service", TextRule.SERVICE);
        addresses.resend(signedIn, body.optionalEmail("email"), ClientAddress.of(request));
        return Map.of();
    }

    /** Takes a mailed code back: of an address, of a session, or of both. */
    @PostMapping("/recovery_email/verify_code")
    Map<String, Object> verify(JsonBody body, HttpServletRequest request) {
        addresses.verify(
                body.text("uid", TextRule.HEX_32).toLowerCase(Locale.ROOT),
                body.text("code", TextRule.HEX_32).toLowerCase(Locale.ROOT),
                ClientAddress.of(request));
        return Map.of();
    }

    @GetMapping("/recovery_emails")
    List<Listed> list(SignedIn signedIn) {
        return addresses.list(signedIn.uid()).stream().map(Listed::of).toList();
    }

    @PostMapping("/recovery_email")
    Map<String, Object> add(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        addresses.add(signedIn.requireVerified(), body.email("email"), ClientAddress.of(request));
        return Map.of();
    }

    @PostMapping("/recovery_email/destroy")
    Map<String, Object> remove(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        addresses.remove(signedIn.requireVerified(), body.email("email"), ClientAddress.of(request));
        return Map.of();
    }

    /** Makes another verified address the one to sign in with. */
    @PostMapping("/recovery_email/set_primary")
    Map<String, Object> makePrimary(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        addresses.makePrimary(signedIn.requireVerified(), body.email("email"), ClientAddress.of(request));
        return Map.of();
    }

    /** Where old mails point to. */
    @GetMapping("/verify_email")
    ResponseEntity<Void> page(HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(PassedQuery.to(addresses.verificationPage(), request))
                .build();
    }

    record Status(String email, boolean verified, boolean sessionVerified, boolean emailVerified) {}

    record Listed(String email, boolean isPrimary, boolean verified) {
        static Listed of(Email email) {
            return new Listed(email.address(), email.isPrimary(), email.isVerified());
        }
    }
}
