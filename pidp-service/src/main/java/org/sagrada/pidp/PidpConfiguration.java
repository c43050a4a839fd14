package org.sagrada.pidp;

import java.util.Locale;
import org.sagrada.pidp.abuse.LimitSettings;
import org.sagrada.pidp.admin.AdminSettings;
import org.sagrada.pidp.auth.HawkSettings;
import org.sagrada.pidp.certificate.CertificateSettings;
import org.sagrada.pidp.certificate.Issuer;
import org.sagrada.pidp.event.EventReceivers;
import org.sagrada.pidp.mail.MailSettings;
import org.sagrada.pidp.mailbox.MailboxSettings;
import org.sagrada.pidp.oauth.client.OAuthSettings;
import org.sagrada.pidp.password.ScryptSettings;
import org.sagrada.pidp.request.CorsSettings;
import org.sagrada.pidp.signin.SignUpSettings;
import org.sagrada.pidp.web.PageSettings;
import org.sagrada.pidp.wellknown.WellKnownSettings;
import org.sagrada.service.url.PublicUrl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ErrorHandler;

/** Hands each feature its own part of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PidpSettings.class)
@EnableScheduling
class PidpConfiguration {

    private static final int BACKGROUND_THREADS = 4;

    private final PidpSettings settings;

    PidpConfiguration(PidpSettings settings) {
        this.settings = settings;
    }

    /** Threads enough that a mail server or a receiver that hangs holds up nothing else. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler(ErrorHandler backgroundFailures) {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(BACKGROUND_THREADS);
        scheduler.setThreadNamePrefix("pidp-background-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(backgroundFailures);
        return scheduler;
    }

    @Bean
    PublicUrl publicUrl() {
        return settings.publicUrl();
    }

    @Bean
    Issuer issuer() {
        return settings.namedIssuer();
    }

    @Bean
    CorsSettings corsSettings() {
        return settings.cors();
    }

    @Bean
    HawkSettings hawkSettings() {
        return settings.hawk();
    }

    @Bean
    ScryptSettings scryptSettings() {
        return settings.scrypt();
    }

    @Bean
    CertificateSettings certificateSettings() {
        return settings.certificate();
    }

    @Bean
    WellKnownSettings wellKnownSettings() {
        return settings.wellKnown();
    }

    @Bean
    PageSettings pageSettings() {
        return new PageSettings(
                settings.publicUrl(),
                settings.wellKnown().tokenServerUrl(),
                settings.signUp().mode().name().toLowerCase(Locale.ROOT));
    }

    @Bean
    MailSettings mailSettings() {
        return settings.mail();
    }

    @Bean
    SignUpSettings signUpSettings() {
        return settings.signUp();
    }

    @Bean
    LimitSettings limitSettings() {
        return settings.limits();
    }

    @Bean
    EventReceivers eventReceivers() {
        return settings.receivers();
    }

    @Bean
    MailboxSettings mailboxSettings() {
        return settings.mailbox();
    }

    @Bean
    OAuthSettings oauthSettings() {
        return settings.oauth();
    }

    @Bean
    AdminSettings adminSettings() {
        return settings.admin();
    }
}
