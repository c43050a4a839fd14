package org.sagrada.token;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.token.admin.AdminSettings;
import org.sagrada.token.assignment.NewUserSettings;
import org.sagrada.token.credential.Issuer;
import org.sagrada.token.credential.OAuthSettings;
import org.sagrada.token.discovery.DiscoverySettings;
import org.sagrada.token.fetch.FetchSettings;
import org.sagrada.token.issue.Application;
import org.sagrada.token.node.ConfiguredNode;
import org.sagrada.token.purge.PurgeSettings;
import org.sagrada.token.terms.TermsSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything an operator sets under {@code sagrada.token}; a key that is not here fails the start.
 *
 * @param publicUrl where clients reach the token service; its origin is the audience of assertions
 * @param audiences further origins that assertions may be made for
 * @param issuers the identity providers that are trusted
 * @param nodes made at the start where they aren't known yet
 * @param masterSecrets those that sign tokens, newest first; empty: the key {@code sagrada.master-secrets} has them
 * @param metricsSecret what user and device ids are hashed with for the nodes' metrics; not given: one is derived
 * @param tokenDuration how long a token counts
 * @param clockSkew how far an issuer's or a client's clock may be off
 * @param nodeType what the member {@code node_type} of an answer says; left out when not given
 * @param applications what tokens are given for
 * @param oauth what OAuth tokens are accepted
 * @param newUsers who may come in
 * @param backoff how long all clients are asked to stay away, for times of trouble; 0: not at all
 * @param eventAudiences further names of this service in the {@code aud} of event tokens
 * @param purge how the data of replaced records is deleted
 * @param terms what users have to accept
 * @param admin how operators come in
 * @param fetch how documents of issuers are fetched
 * @param discovery whether mail domains are asked who speaks for their addresses
 * @param database read where the connection pool is made
 */
@ConfigurationProperties(prefix = "sagrada.token", ignoreUnknownFields = false)
record TokenSettings(
        PublicUrl publicUrl,
        @DefaultValue List<String> audiences,
        @DefaultValue List<Issuer> issuers,
        @DefaultValue List<ConfiguredNode> nodes,
        @DefaultValue List<String> masterSecrets,
        @Nullable String metricsSecret,
        @DefaultValue("1h") Duration tokenDuration,
        @DefaultValue("10s") Duration clockSkew,
        @Nullable String nodeType,
        @DefaultValue List<Application> applications,
        @DefaultValue OAuthSettings oauth,
        @DefaultValue NewUserSettings newUsers,
        @DefaultValue("0s") Duration backoff,
        @DefaultValue List<String> eventAudiences,
        @DefaultValue PurgeSettings purge,
        @DefaultValue TermsSettings terms,
        @DefaultValue AdminSettings admin,
        @DefaultValue FetchSettings fetch,
        @DefaultValue DiscoverySettings discovery,
        @DefaultValue Map<String, String> database) {

    private static final Duration LONGEST_TOKEN = Duration.ofDays(1);

    TokenSettings {
        if (!tokenDuration.isPositive() || tokenDuration.compareTo(LONGEST_TOKEN) > 0) {
            throw new IllegalArgumentException("sagrada.token.token-duration must be more than 0 and at most 1d");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("sagrada.token.clock-skew must be 0 to 5m");
        }
    }

    @Override
    public String toString() {
        return "TokenSettings[redacted]";
    }
}
