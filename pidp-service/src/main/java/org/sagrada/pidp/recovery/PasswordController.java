package org.sagrada.pidp.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.sagrada.pidp.request.UserAgent;
import org.sagrada.pidp.session.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Another password, by the old one or by a mail. */
@RestController
@RequestMapping("/v1")
class PasswordController {

    private final PasswordChange change;
    private final ForgottenPassword forgotten;
    private final AccountReset reset;

    PasswordController(PasswordChange change, ForgottenPassword forgotten, AccountReset reset) {
        this.change = change;
        this.forgotten = forgotten;
        this.reset = reset;
    }

    @PostMapping("/password/change/start")
    PasswordChange.Started start(Optional<SignedIn> signedIn, JsonBody body, HttpServletRequest request) {
        return change.start(ChangeRequest.from(body), signedIn, ClientAddress.of(request));
    }

    @PostMapping("/password/change/finish")
    Object finish(
            ProvenToken.Change token,
            JsonBody body,
            @RequestParam(defaultValue = "false") boolean keys,
            HttpServletRequest request) {
        return change.finish(token, ChangeFinish.from(body, keys), UserAgent.of(request), ClientAddress.of(request))
                .<Object>map(answer -> answer)
                .orElse(Map.of());
    }

    @PostMapping("/password/forgot/send_code")
    ForgottenPassword.Sent sendCode(JsonBody body, HttpServletRequest request) {
        return forgotten.sendCode(body.email("email"), ClientAddress.of(request));
    }

    @PostMapping("/password/forgot/resend_code")
    ForgottenPassword.Sent resendCode(ProvenToken.Forgot token, HttpServletRequest request) {
        return forgotten.resendCode(token, ClientAddress.of(request));
    }

    @PostMapping("/password/forgot/verify_code")
    ForgottenPassword.Verified verifyCode(ProvenToken.Forgot token, JsonBody body, HttpServletRequest request) {
        return forgotten.verifyCode(token, body.text("code", TextRule.HEX_32), ClientAddress.of(request));
    }

    @GetMapping("/password/forgot/status")
    ForgottenPassword.Status status(ProvenToken.Forgot token) {
        return forgotten.status(token);
    }

    @PostMapping("/password/forgot/send_otp")
    Map<String, Object> sendOtp(JsonBody body, HttpServletRequest request) {
        forgotten.sendOtp(body.email("email"), ClientAddress.of(request));
        return Map.of();
    }

    @PostMapping("/password/forgot/verify_otp")
    ForgottenPassword.OtpVerified verifyOtp(JsonBody body, HttpServletRequest request) {
        return forgotten.verifyOtp(body.email("email"), body.text("code", TextRule.DIGITS), ClientAddress.of(request));
    }

    @PostMapping("/account/reset")
    Object reset(
            ProvenToken.Reset token,
            JsonBody body,
            @RequestParam(defaultValue = "false") boolean keys,
            HttpServletRequest request) {
        return reset.reset(token, ResetRequest.from(body, keys), UserAgent.of(request), ClientAddress.of(request))
                .<Object>map(answer -> answer)
                .orElse(Map.of());
    }
}
