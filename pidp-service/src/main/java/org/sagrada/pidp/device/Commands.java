package org.sagrada.pidp.device;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.sagrada.pidp.account.AccountTable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that wait for a device. Their numbers count up within an account and come from its row, so none is used twice. */
@Component
class Commands {

    private static final PidpError UNAVAILABLE = PidpError.of(400, 157, "Unavailable device command.");

    private final DeviceTable devices;
    private final AccountTable accounts;
    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Commands(DeviceTable devices, AccountTable accounts, JdbcClient database, JsonMapper json, Clock clock) {
        this.devices = devices;
        this.accounts = accounts;
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a command for a device that takes it; errno 123 for an unknown device, 157 for a command it does not take. */
    @Transactional
    void enqueue(Caller caller, String target, String command, JsonNode payload, long ttlSeconds) {
        var account = accounts.lock(caller.uid())
                .orElseThrow(() -> new Refusal(PidpError.invalidToken()))
                .withNextCommand();
        var device = devices.find(account.uid(), target).orElseThrow(() -> new Refusal(Devices.UNKNOWN));
        if (!device.availableCommands().containsKey(command)) {
            throw new Refusal(UNAVAILABLE);
        }
        var sender = devices.findOwn(caller).map(Device::id).orElse(null);
        database.sql("""
                        INSERT INTO device_command (uid, index, device_id, data, expires_at)
                        VALUES (:uid, :index, :device, :data, :expires)
                        """)
                .param("uid", account.uid())
                .param("index", account.commandIndex())
                .param("device", target)
                .param("data", json.writeValueAsString(new CommandController.Data(command, payload, sender)))
                .param("expires", Timestamp.from(clock.instant().plus(Duration.ofSeconds(ttlSeconds))))
                .update();
        accounts.save(account);
    }

    /** The commands for the caller's own device after the given number. */
    @Transactional(readOnly = true)
    CommandController.Page after(Caller caller, long index, int limit) {
        var device = devices.findOwn(caller).orElseThrow(() -> new Refusal(Devices.UNKNOWN));
        var messages = database.sql("""
                        SELECT index, data FROM device_command
                        WHERE device_id = :device AND index > :index AND expires_at > :now
                        ORDER BY index LIMIT :limit
                        """)
                .param("device", device.id())
                .param("index", index)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", limit)
                .query((row, number) -> new CommandController.Message(
                        row.getLong("index"), json.readValue(row.getString("data"), CommandController.Data.class)))
                .list();
        var last = messages.size() < limit;
        // A device that has all starts from the account's number the next time, without asking through gaps.
        var next = last
                ? Math.max(index, caller.account().commandIndex())
                : messages.getLast().index();
        return new CommandController.Page(next, last, messages);
    }
}
