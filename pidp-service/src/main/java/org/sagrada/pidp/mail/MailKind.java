package org.sagrada.pidp.mail;

import org.jspecify.annotations.Nullable;

/** The mails there are. Each has a subject and a text in the bundle {@code texts}, and a header that carries its code. */
public enum MailKind {
    VERIFY_EMAIL("verifyEmail", "X-Verify-Code", "/verify_email"),
    VERIFY_SECONDARY_EMAIL("verifySecondaryEmail", "X-Verify-Code", "/verify_secondary_email"),
    VERIFY_SIGN_IN("verifySignIn", "X-Verify-Code", "/complete_signin"),
    SIGN_IN_CODE("signInCode", "X-Signin-Verify-Code", null),
    UNBLOCK_CODE("unblockCode", "X-Unblock-Code", null),
    RESET_PASSWORD("resetPassword", "X-Recovery-Code", "/complete_reset_password"),
    RESET_PASSWORD_CODE("resetPasswordCode", "X-Password-Forgot-Otp", null),
    PASSWORD_CHANGED("passwordChanged", null, null),
    PASSWORD_RESET("passwordReset", null, null),
    EMAIL_CHANGED("emailChanged", null, null),
    SECOND_STEP_CHANGED("secondStepChanged", null, null),
    RECOVERY_KEY_CHANGED("recoveryKeyChanged", null, null);

    private final String template;
    private final @Nullable String codeHeader;
    private final @Nullable String linkPath;

    MailKind(String template, @Nullable String codeHeader, @Nullable String linkPath) {
        this.template = template;
        this.codeHeader = codeHeader;
        this.linkPath = linkPath;
    }

    String template() {
        return template;
    }

    @Nullable
    String codeHeader() {
        return codeHeader;
    }

    @Nullable
    String linkPath() {
        return linkPath;
    }
}
