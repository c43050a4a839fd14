package org.sagrada.token;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sagrada.model.browserid.Audience;
import org.sagrada.model.browserid.BundleVerifier;
import org.sagrada.model.browserid.SupportDocuments;
import org.sagrada.model.browserid.VerificationPolicy;
import org.sagrada.token.admin.AdminSettings;
import org.sagrada.token.assignment.NewUserSettings;
import org.sagrada.token.credential.Issuer;
import org.sagrada.token.credential.IssuerDocuments;
import org.sagrada.token.credential.IssuerKeys;
import org.sagrada.token.credential.JwtAccessTokens;
import org.sagrada.token.credential.OpaqueAccessTokens;
import org.sagrada.token.discovery.DiscoveredDocuments;
import org.sagrada.token.discovery.Hosts;
import org.sagrada.token.event.EventTokens;
import org.sagrada.token.fetch.Fetcher;
import org.sagrada.token.issue.IssueSettings;
import org.sagrada.token.issue.Trusted;
import org.sagrada.token.node.ConfiguredNodes;
import org.sagrada.token.node.NodeAddresses;
import org.sagrada.token.node.NodeSecrets;
import org.sagrada.token.node.NodeTable;
import org.sagrada.token.purge.PurgeSettings;
import org.sagrada.token.refusal.Backoff;
import org.sagrada.token.terms.TermsSettings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Hands each feature its part of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TokenConfiguration {

    private static final String SHARED_SECRETS = "sagrada.master-secrets";

    @Bean
    Fetcher fetcher(TokenSettings settings, MeterRegistry metrics) {
        return new Fetcher(settings.fetch(), metrics);
    }

    @Bean
    Hosts hosts() {
        return Hosts.ofTheInternet();
    }

    @Bean
    IssuerDocuments issuerDocuments(TokenSettings settings, Fetcher fetcher, Hosts hosts, Clock clock) {
        SupportDocuments others = settings.discovery().enabled()
                ? new DiscoveredDocuments(settings.discovery(), hosts, fetcher, settings.fetch(), clock)
                : host -> new SupportDocuments.Lookup.None();
        return new IssuerDocuments(settings.issuers(), fetcher, settings.fetch(), clock, others);
    }

    @Bean
    BundleVerifier bundleVerifier(TokenSettings settings, IssuerDocuments documents, Clock clock) {
        List<Audience> audiences = Stream.concat(
                        Stream.of(settings.publicUrl().origin()), settings.audiences().stream())
                .map(Audience::parse)
                .toList();
        Set<String> allowed =
                settings.issuers().stream().map(Issuer::issuerName).collect(Collectors.toUnmodifiableSet());
        var policy = new VerificationPolicy(audiences, Set.of(), allowed, settings.clockSkew());
        return new BundleVerifier(policy, documents, clock);
    }

    @Bean
    IssuerKeys issuerKeys(TokenSettings settings, Fetcher fetcher, Clock clock) {
        return new IssuerKeys(settings.issuers(), fetcher, settings.fetch(), clock);
    }

    @Bean
    JwtAccessTokens jwtAccessTokens(TokenSettings settings, IssuerKeys keys, Clock clock) {
        return new JwtAccessTokens(keys, settings.oauth(), settings.clockSkew().toSeconds(), clock);
    }

    @Bean
    OpaqueAccessTokens opaqueAccessTokens(TokenSettings settings, Fetcher fetcher) {
        return new OpaqueAccessTokens(settings.issuers(), settings.oauth(), fetcher);
    }

    @Bean
    NodeSecrets nodeSecrets(TokenSettings settings, Environment environment) {
        List<String> secrets = masterSecrets(settings, environment);
        return new NodeSecrets(secrets, settings.nodes());
    }

    @Bean
    NewUserSettings newUserSettings(TokenSettings settings) {
        return settings.newUsers();
    }

    @Bean
    PurgeSettings purgeSettings(TokenSettings settings) {
        return settings.purge();
    }

    @Bean
    EventTokens eventTokens(TokenSettings settings, IssuerKeys keys) {
        Set<String> audiences = new HashSet<>(settings.audiences());
        audiences.addAll(settings.eventAudiences());
        audiences.add(settings.publicUrl().origin());
        audiences.add(settings.publicUrl().toString());
        return new EventTokens(keys, audiences);
    }

    @Bean
    AdminSettings adminSettings(TokenSettings settings) {
        return settings.admin();
    }

    @Bean
    TermsSettings termsSettings(TokenSettings settings) {
        return settings.terms();
    }

    @Bean
    Backoff backoff(TokenSettings settings) {
        return new Backoff(settings.backoff());
    }

    @Bean
    NodeAddresses nodeAddresses(TokenSettings settings) {
        return new NodeAddresses(settings.nodes());
    }

    @Bean
    ConfiguredNodes configuredNodes(TokenSettings settings, NodeTable nodes) {
        return new ConfiguredNodes(settings.nodes(), nodes);
    }

    @Bean
    Trusted trusted(TokenSettings settings) {
        return new Trusted(
                settings.publicUrl().toString(),
                settings.issuers().stream().map(Issuer::issuerName).toList(),
                settings.oauth().scope());
    }

    @Bean
    IssueSettings issueSettings(TokenSettings settings, Environment environment) {
        return new IssueSettings(
                settings.tokenDuration(),
                settings.applications(),
                settings.nodeType(),
                settings.metricsSecret() != null
                        ? settings.metricsSecret()
                        : IssueSettings.derivedMetricsSecret(
                                masterSecrets(settings, environment).getFirst()));
    }

    private static List<String> masterSecrets(TokenSettings settings, Environment environment) {
        List<String> secrets = settings.masterSecrets().isEmpty()
                ? Binder.get(environment)
                        .bind(SHARED_SECRETS, Bindable.listOf(String.class))
                        .orElseGet(ArrayList::new)
                : settings.masterSecrets();
        if (secrets.isEmpty()) {
            throw new IllegalStateException("Set " + SHARED_SECRETS
                    + " to a list of secrets that the storage nodes know too, the newest first;"
                    + " for a new one: openssl rand -hex 32");
        }
        return secrets;
    }
}
