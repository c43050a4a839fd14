package org.sagrada.pidp.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.sagrada.pidp.auth.TokenMint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The channels there are. */
@Component
final class Channels {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int NAME_LENGTH = 4;
    private static final int TRIES = 100;
    private static final byte[] EMPTY = "{}".getBytes(UTF_8);

    private final JdbcClient database;
    private final MailboxSettings settings;
    private final TokenMint mint;
    private final Clock clock;

    Channels(JdbcClient database, MailboxSettings settings, TokenMint mint, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.mint = mint;
        this.clock = clock;
    }

    /** Opens a channel; nothing when no free name was found. */
    Optional<String> open(String clientId) {
        for (var i = 0; i < TRIES; i++) {
            var name = mint.characters(ALPHABET, NAME_LENGTH);
            if (tryOpen(name, clientId)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private boolean tryOpen(String name, String clientId) {
        var now = clock.instant();
        return database.sql("""
                                INSERT INTO mailbox_channel (name, first_id, content, expires_at)
                                VALUES (:name, :client, :content, :expires)
                                ON CONFLICT (name) DO UPDATE
                                SET first_id = excluded.first_id, second_id = NULL, content = excluded.content,
                                    etag = NULL, fetches = 0, expires_at = excluded.expires_at
                                WHERE mailbox_channel.expires_at <= :now
                                """)
                        .param("name", name)
                        .param("client", clientId)
                        .param("content", EMPTY)
                        .param("expires", Timestamp.from(now.plus(settings.life())))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The channel, nobody else's until the transaction ends. */
    Optional<Channel> lock(String name) {
        return database.sql("""
                        SELECT first_id, second_id, content, etag, fetches FROM mailbox_channel
                        WHERE name = :name AND expires_at > :now FOR UPDATE
                        """)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new Channel(
                        row.getString("first_id"),
                        row.getString("second_id"),
                        row.getBytes("content"),
                        row.getString("etag"),
                        row.getInt("fetches")))
                .optional();
    }

    /** Remembers the second partner. */
    void join(String name, String clientId) {
        database.sql("UPDATE mailbox_channel SET second_id = :client WHERE name = :name")
                .param("client", clientId)
                .param("name", name)
                .update();
    }

    /** Counts a fetch; the last allowed one ends the channel. */
    void countFetch(String name, Channel channel) {
        if (channel.fetches() + 1 >= settings.fetches()) {
            close(name);
            return;
        }
        database.sql("UPDATE mailbox_channel SET fetches = fetches + 1 WHERE name = :name")
                .param("name", name)
                .update();
    }

    /** Replaces the content; answers its version. */
    String put(String name, byte[] content) {
        var etag = '"' + mint.id() + '"';
        database.sql("UPDATE mailbox_channel SET content = :content, etag = :etag WHERE name = :name")
                .param("content", content)
                .param("etag", etag)
                .param("name", name)
                .update();
        return etag;
    }

    /** Ends a channel. */
    void close(String name) {
        database.sql("DELETE FROM mailbox_channel WHERE name = :name")
                .param("name", name)
                .update();
    }
}
