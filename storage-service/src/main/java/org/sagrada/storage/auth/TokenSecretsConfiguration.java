package org.sagrada.storage.auth;

import java.util.List;
import org.sagrada.model.token.TokenSecrets;
import org.sagrada.storage.StorageSettings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The secrets that this node shares with the token service. */
@Configuration(proxyBeanMethods = false)
class TokenSecretsConfiguration {

    private static final String SHARED_KEY = "sagrada.master-secrets";

    @Bean
    TokenSecrets tokenSecrets(StorageSettings settings, Environment environment) {
        var own = settings.masterSecrets();
        var secrets = own.isEmpty()
                ? Binder.get(environment)
                        .bind(SHARED_KEY, Bindable.listOf(String.class))
                        .orElse(List.of())
                : own;
        try {
            return TokenSecrets.newestFirst(secrets);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationPropertyValueException(
                    SHARED_KEY,
                    null,
                    "It must list the secrets of the token service, newest first, none of them empty.");
        }
    }
}
