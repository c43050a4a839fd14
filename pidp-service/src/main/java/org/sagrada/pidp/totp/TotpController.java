package org.sagrada.pidp.totp;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.Limits;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
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

    private static final PidpError NO_CODE = PidpError.of(400, 156, "Recovery code not found");

    private final TotpService totps;
    private final Limits limits;

    TotpController(TotpService totps, Limits limits) {
        this.totps = totps;
        this.limits = limits;
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
    Map<String, Object> destroy(SignedIn signedIn, HttpServletRequest request) {
        totps.destroy(signedIn.requireVerified(), ClientAddress.of(request));
        return Map.of();
    }

    /** Verifies the session; the first right code also switches the second step on and brings codes for paper. */
    @PostMapping("/session/verify/totp")
    Verified verify(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        var code = body.text("code", TextRule.DIGITS);
        var clientAddress = ClientAddress.of(request);
        limits.requireCodeAttempt(signedIn.uid(), clientAddress);
        var verified = totps.verify(signedIn, code, clientAddress);
        if (!verified.success()) {
            limits.countWrongCode(signedIn.uid(), clientAddress);
        }
        return verified;
    }

    @PostMapping("/session/verify/recoveryCode")
    Remaining recover(SignedIn signedIn, JsonBody body, HttpServletRequest request) {
        var code = body.text("code", TextRule.RECOVERY_CODE);
        var clientAddress = ClientAddress.of(request);
        limits.requireCodeAttempt(signedIn.uid(), clientAddress);
        if (!totps.recover(signedIn, code, clientAddress)) {
            limits.countWrongCode(signedIn.uid(), clientAddress);
            throw new Refusal(NO_CODE);
        }
        return new Remaining(totps.remainingRecoveryCodes(signedIn.uid()));
    }

    /** New codes for paper; the old ones are void. */
    @GetMapping("/recoveryCodes")
    Codes replaceRecoveryCodes(SignedIn signedIn, HttpServletRequest request) {
        return new Codes(totps.replaceRecoveryCodes(signedIn.requireVerified(), ClientAddress.of(request)));
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
