package org.sagrada.storage;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an operator can set; docs/storage-service.md explains each key.
 *
 * @param publicUrl where clients reach this node
 * @param moreUrls further names by which tokens may call this node
 * @param masterSecrets those that sign tokens, newest first; empty: the key {@code sagrada.master-secrets} has them
 * @param database read by the data source, named here so that no other key is taken for known
 * @param expiredTokenGrace for how long after its expiry a token still reads {@code info/collections} of 1.5
 * @param quota of each user's payloads; null: none
 */
@ConfigurationProperties(prefix = "sagrada.storage", ignoreUnknownFields = false)
public record StorageSettings(
        PublicUrl publicUrl,
        @DefaultValue List<PublicUrl> moreUrls,
        @DefaultValue List<String> masterSecrets,
        @Nullable Database database,
        @DefaultValue Hawk hawk,
        @DefaultValue("2h") Duration expiredTokenGrace,
        @Nullable DataSize quota,
        @DefaultValue Sync20 sync20,
        @DefaultValue Sync15 sync15,
        @DefaultValue Expiry expiry,
        @DefaultValue Load load) {

    /** The database, where it is not the one of {@code sagrada.database}. */
    public record Database(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password) {
        @Override
        public String toString() {
            return "Database[redacted]";
        }
    }

    /**
     * How Hawk's headers are judged.
     *
     * @param clockWindow how far a request's time may be from ours
     * @param nonces how many are remembered at most
     */
    public record Hawk(
            @DefaultValue("5m") Duration clockWindow,
            @DefaultValue("1000000") int nonces) {

        private static final Duration WIDEST = Duration.ofDays(366);

        /** Checks the values. */
        public Hawk {
            new Keys("hawk").positive("nonces", nonces);
            if (clockWindow.isNegative() || clockWindow.isZero() || clockWindow.compareTo(WIDEST) > 0) {
                throw new IllegalArgumentException(
                        "sagrada.storage.hawk.clock-window must be more than 0 and at most 366d");
            }
        }
    }

    /**
     * The limits of SyncStorage 2.0.
     *
     * @param payload of one record
     * @param postRecords in one POST
     * @param postBytes of payload in one POST; a body of more than twice this is not read
     */
    public record Sync20(
            @DefaultValue("256KB") DataSize payload,
            @DefaultValue("100") int postRecords,
            @DefaultValue("1MB") DataSize postBytes) {

        /** Checks the values. */
        public Sync20 {
            new Keys("sync20")
                    .positive("payload", payload)
                    .positive("post-records", postRecords)
                    .positive("post-bytes", postBytes);
        }
    }

    /**
     * The limits of SyncStorage 1.5, which {@code info/configuration} tells to clients.
     *
     * @param payload of one record
     * @param postRecords in one POST
     * @param postBytes of payload in one POST
     * @param requestBytes of one body
     * @param totalRecords in one batch
     * @param totalBytes of payload in one batch
     * @param batchLife how long a batch waits for its commit
     * @param alert sent with every answer as {@code X-Weave-Alert}; null: none
     */
    public record Sync15(
            @DefaultValue("2MB") DataSize payload,
            @DefaultValue("1000") int postRecords,
            @DefaultValue("2MB") DataSize postBytes,
            @DefaultValue("2101248B") DataSize requestBytes,
            @DefaultValue("10000") int totalRecords,
            @DefaultValue("200MB") DataSize totalBytes,
            @DefaultValue("2h") Duration batchLife,
            @Nullable String alert) {

        private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");

        /** Checks the values. */
        public Sync15 {
            new Keys("sync15")
                    .positive("payload", payload)
                    .positive("post-records", postRecords)
                    .positive("post-bytes", postBytes)
                    .positive("request-bytes", requestBytes)
                    .positive("total-records", totalRecords)
                    .positive("total-bytes", totalBytes)
                    .positive("batch-life", batchLife);
            if (alert != null && !PRINTABLE.matcher(alert).matches()) {
                throw new IllegalArgumentException(
                        "sagrada.storage.sync15.alert must be of printable ASCII characters, since it travels in a header");
            }
        }
    }

    /**
     * How what has expired is removed. It is invisible at once, whatever these say.
     *
     * @param interval between two rounds
     * @param delay how long an expired record may lie before its user is visited
     * @param batch how many records one transaction removes
     * @param purgedUsers how long a purged user is remembered; longer than any token lives
     */
    public record Expiry(
            @DefaultValue("1m") Duration interval,
            @DefaultValue("1h") Duration delay,
            @DefaultValue("500") int batch,
            @DefaultValue("30d") Duration purgedUsers) {

        /** Checks the values. */
        public Expiry {
            new Keys("expiry")
                    .positive("interval", interval)
                    .positive("batch", batch)
                    .positive("purged-users", purgedUsers);
        }
    }

    /**
     * How much work is taken at a time.
     *
     * @param requests in flight; more get 503
     * @param bodies bytes of request bodies in flight; more get 503
     * @param pages bytes of records that were read and are not sent yet; more get 503
     * @param backoff for how long clients are asked to stay away while four fifths of the requests are taken
     */
    public record Load(
            @DefaultValue("128") int requests,
            @DefaultValue("32MB") DataSize bodies,
            @DefaultValue("64MB") DataSize pages,
            @DefaultValue("5m") Duration backoff) {

        /** Checks the values. */
        public Load {
            new Keys("load")
                    .positive("requests", requests)
                    .positive("bodies", bodies)
                    .positive("pages", pages)
                    .positive("backoff", backoff);
        }
    }

    /** Demands of values under one key, told by their full names. */
    private record Keys(String prefix) {

        Keys positive(String name, long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("sagrada.storage." + prefix + "." + name + " must be more than 0");
            }
            return this;
        }

        Keys positive(String name, DataSize size) {
            return positive(name, size.toBytes());
        }

        Keys positive(String name, Duration duration) {
            return positive(name, duration.toMillis());
        }
    }

    @Override
    public String toString() {
        return "StorageSettings[" + publicUrl + "]";
    }
}
