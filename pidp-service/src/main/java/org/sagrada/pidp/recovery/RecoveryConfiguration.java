package org.sagrada.pidp.recovery;

import java.time.Clock;
import org.sagrada.model.onepw.TokenKind;
import org.sagrada.pidp.auth.CredentialSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the three kinds of token known to whoever checks requests. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    CredentialSource<ProvenToken.Change> passwordChangeCredentials(PasswordTokenTable tokens, Clock clock) {
        return new PasswordTokenCredentials<>(
                TokenKind.PASSWORD_CHANGE, ProvenToken.Change.class, ProvenToken.Change::new, tokens, clock);
    }

    @Bean
    CredentialSource<ProvenToken.Forgot> passwordForgotCredentials(PasswordTokenTable tokens, Clock clock) {
        return new PasswordTokenCredentials<>(
                TokenKind.PASSWORD_FORGOT, ProvenToken.Forgot.class, ProvenToken.Forgot::new, tokens, clock);
    }

    @Bean
    CredentialSource<ProvenToken.Reset> accountResetCredentials(PasswordTokenTable tokens, Clock clock) {
        return new PasswordTokenCredentials<>(
                TokenKind.ACCOUNT_RESET, ProvenToken.Reset.class, ProvenToken.Reset::new, tokens, clock);
    }
}
