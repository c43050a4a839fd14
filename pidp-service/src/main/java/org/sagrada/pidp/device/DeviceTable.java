package org.sagrada.pidp.device;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The devices of accounts. */
@Repository
class DeviceTable {

    private static final String COLUMNS = """
            d.id, d.uid, d.session_id, d.refresh_token_id, d.name, d.type, d.push_callback, d.push_public_key, d.push_auth_key,
            d.available_commands, d.created_at
            """;

    private static final String FIND = "SELECT " + COLUMNS + " FROM device d WHERE ";

    private static final String FIND_ALL = "SELECT " + COLUMNS + """
            , coalesce(s.last_used_at, r.last_used_at) AS last_used_at
            FROM device d
            LEFT JOIN session s ON s.token_id = d.session_id
            LEFT JOIN refresh_token r ON r.id = d.refresh_token_id
            WHERE d.uid = :uid
            ORDER BY coalesce(s.last_used_at, r.last_used_at) DESC, d.id
            """;

    private static final String SAVE = """
            INSERT INTO device (id, uid, session_id, refresh_token_id, name, type, push_callback, push_public_key,
                                push_auth_key, available_commands, created_at)
            VALUES (:id, :uid, :sessionId, :refreshTokenId, :name, :type, :pushCallback, :pushPublicKey,
                    :pushAuthKey, :availableCommands, :createdAt)
            ON CONFLICT (id) DO UPDATE
            SET name = excluded.name, type = excluded.type, push_callback = excluded.push_callback,
                push_public_key = excluded.push_public_key, push_auth_key = excluded.push_auth_key,
                available_commands = excluded.available_commands
            """;

    private final JdbcClient database;
    private final JsonMapper json;

    DeviceTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<Device> find(String uid, String id) {
        return database.sql(FIND + "d.uid = :uid AND d.id = :id")
                .param("uid", uid)
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The caller's own. */
    Optional<Device> findOwn(Caller caller) {
        return switch (caller) {
            case Caller.WithSession withSession -> findBy("d.session_id = :owner", withSession.sessionId());
            case Caller.WithRefreshToken withToken -> findBy("d.refresh_token_id = :owner", withToken.refreshTokenId());
        };
    }

    private Optional<Device> findBy(String condition, String owner) {
        return database.sql(FIND + condition)
                .param("owner", owner)
                .query((row, number) -> read(row))
                .optional();
    }

    /** All devices of an account, the last used first. */
    List<Used> findAll(String uid) {
        return database.sql(FIND_ALL)
                .param("uid", uid)
                .query((row, number) ->
                        new Used(read(row), row.getTimestamp("last_used_at").toInstant()))
                .list();
    }

    /** Stores a new one or a changed one. */
    void save(Device device) {
        database.sql(SAVE)
                .param("id", device.id())
                .param("uid", device.uid())
                .param("sessionId", device.sessionId())
                .param("refreshTokenId", device.refreshTokenId())
                .param("name", device.name())
                .param("type", device.type())
                .param("pushCallback", device.pushCallback())
                .param("pushPublicKey", device.pushPublicKey())
                .param("pushAuthKey", device.pushAuthKey())
                .param("availableCommands", json.writeValueAsString(device.availableCommands()))
                .param("createdAt", Timestamp.from(device.createdAt()))
                .update();
    }

    private Device read(ResultSet row) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("uid"),
                row.getString("session_id"),
                row.getString("refresh_token_id"),
                row.getString("name"),
                row.getString("type"),
                row.getString("push_callback"),
                row.getString("push_public_key"),
                row.getString("push_auth_key"),
                json.readValue(row.getString("available_commands"), new TypeReference<>() {}),
                row.getTimestamp("created_at").toInstant());
    }

    /** A device, and when it last made a request. */
    record Used(Device device, Instant lastUsedAt) {}
}
