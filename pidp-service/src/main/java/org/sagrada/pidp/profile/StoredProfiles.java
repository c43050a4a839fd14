package org.sagrada.pidp.profile;

import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.auth.TokenMint;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The name and the picture that users give themselves. */
@Component
class StoredProfiles {

    private final JdbcClient database;
    private final AccountTable accounts;
    private final TokenMint mint;
    private final Clock clock;

    StoredProfiles(JdbcClient database, AccountTable accounts, TokenMint mint, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.mint = mint;
        this.clock = clock;
    }

    /** What an account has; nothing of either where the user gave none. */
    StoredProfile find(String uid) {
        return database.sql("SELECT display_name, avatar_id FROM profile WHERE uid = :uid")
                .param("uid", uid)
                .query((row, index) -> new StoredProfile(row.getString("display_name"), row.getString("avatar_id")))
                .optional()
                .orElse(StoredProfile.EMPTY);
    }

    /** A picture, by the id that its address has. */
    Optional<byte[]> avatar(String id) {
        return database.sql("SELECT avatar FROM profile WHERE avatar_id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Sets or, with null, removes the name. */
    @Transactional
    void changeDisplayName(String uid, @Nullable String name) {
        changed(uid);
        database.sql("""
                        INSERT INTO profile (uid, display_name) VALUES (:uid, :name)
                        ON CONFLICT (uid) DO UPDATE SET display_name = excluded.display_name
                        """).param("uid", uid).param("name", name).update();
    }

    /** Sets or, with null, removes the picture; answers the id of the new one. Its address changes each time. */
    @Transactional
    String changeAvatar(String uid, byte @Nullable [] png) {
        changed(uid);
        var id = mint.id();
        database.sql("""
                        INSERT INTO profile (uid, avatar_id, avatar) VALUES (:uid, :id, :avatar)
                        ON CONFLICT (uid) DO UPDATE SET avatar_id = excluded.avatar_id, avatar = excluded.avatar
                        """)
                .param("uid", uid)
                .param("id", png == null ? null : id)
                .param("avatar", png, Types.BINARY)
                .update();
        return id;
    }

    private void changed(String uid) {
        var account = accounts.lock(uid).orElseThrow(() -> new Refusal(PidpError.invalidToken()));
        accounts.save(account.withChangedProfile(clock.instant()));
    }

    record StoredProfile(
            @Nullable String displayName, @Nullable String avatarId) {
        static final StoredProfile EMPTY = new StoredProfile(null, null);
    }
}
