package org.sagrada.token.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A record of a user's history as operators see, export and import it; times in ms since 1970.
 *
 * @param replacedAt null while it is live
 * @param node its URL; null if it is gone, or never was
 * @param eraseNow whether its data goes without the usual grace
 * @param dataDeletedAt null as long as its node may have data
 */
record RecordView(
        long uid,
        @Nullable String email,
        long generation,
        long keysChangedAt,
        @Nullable String clientState,
        long createdAt,
        @Nullable Long replacedAt,
        @Nullable String node,
        boolean eraseNow,
        @Nullable Long dataDeletedAt) {

    /** Reads what {@link #read} makes views of. */
    static final String SELECT = """
            SELECT u.uid, u.email, u.generation, u.keys_changed_at, u.client_state, u.created_at, u.replaced_at, n.url AS node,
                   u.erase_now, u.data_deleted_at
            FROM user_record u
            LEFT JOIN node n ON n.id = u.node_id
            """;

    static RecordView read(ResultSet row, int number) throws SQLException {
        return new RecordView(
                row.getLong("uid"),
                row.getString("email"),
                row.getLong("generation"),
                row.getLong("keys_changed_at"),
                row.getString("client_state"),
                row.getLong("created_at"),
                row.getObject("replaced_at", Long.class),
                row.getString("node"),
                row.getBoolean("erase_now"),
                row.getObject("data_deleted_at", Long.class));
    }
}
