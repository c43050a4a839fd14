package org.sagrada.pidp.totp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The second step of a sign-in. */
@RestController
@RequestMapping("/v1")
class TotpController {

    private final TotpService totps;

    TotpController(TotpService totps) {
        this.totps = totps;
    }

    /** A new secret, which counts once a first code came back. */
    @PostMapping("/totp/create")
    Created create(SignedIn signedIn) {
        return totps.create(signedIn.requireVerified());
    }

    @GetMapping("/totp/exists")
    Exists exists(SignedIn signedIn) {
        return totps.exists(signedIn.uid());
    }

    @PostMapping("/totp/destroy")
    Map<String, Object> destroy(SignedIn signedIn) {
        totps.destroy(signedIn.requireVerified());
        return Map.of();
    }

    /** Verifies the session; the first right code also switches the second step on and brings codes for paper. */
    @PostMapping("/session/verify/totp")
    Verified verify(SignedIn signedIn, JsonBody body) {
        return totps.verify(signedIn, body.text("code", TextRule.DIGITS));
    }

    @PostMapping("/session/verify/recoveryCode")
    Remaining recover(SignedIn signedIn, JsonBody body) {
        return new Remaining(totps.recover(signedIn, body.text("code", TextRule.RECOVERY_CODE)));
    }

    /** New codes for paper; the old ones are void. */
    @GetMapping("/recoveryCodes")
    Codes replaceRecoveryCodes(SignedIn signedIn) {
        return new Codes(totps.replaceRecoveryCodes(signedIn.requireVerified()));
    }

    /** @param secret in base32 */
    record Created(String qrCodeUrl, String secret) {
        @Override
        public String toString() {
            return "Created[hidden]";
        }
    }

    record Exists(boolean exists, boolean verified) {}

    record Verified(boolean success, @Nullable List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Verified[" + success + "]";
        }
    }

    record Remaining(int remaining) {}

    record Codes(List<String> recoveryCodes) {
        @Override
        public String toString() {
            return "Codes[hidden]";
        }
    }
}
