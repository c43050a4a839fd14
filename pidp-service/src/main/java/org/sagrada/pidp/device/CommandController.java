package org.sagrada.pidp.device;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What devices send one another. There is no push: a device asks when it likes. */
@RestController
@RequestMapping("/v1/account")
class CommandController {

    private static final long LONGEST_TTL_SECONDS = 10_000_000;
    private static final long DEFAULT_TTL_SECONDS = 30L * 24 * 3600;

    private final Commands commands;

    CommandController(Commands commands) {
        this.commands = commands;
    }

    @GetMapping("/device/commands")
    Page commands(
            Caller caller,
            @RequestParam(defaultValue = "0") long index,
            @RequestParam(defaultValue = "100") int limit) {
        if (index < 0 || limit < 1 || limit > 100) {
            throw new Refusal(PidpError.invalidParameter(index < 0 ? "index" : "limit"));
        }
        return commands.after(caller, index, limit);
    }

    @PostMapping("/devices/invoke_command")
    Map<String, Object> invoke(Caller caller, JsonBody body) {
        body.object("payload");
        commands.enqueue(
                caller,
                body.text("target", TextRule.HEX_32).toLowerCase(Locale.ROOT),
                body.text("command", TextRule.COMMAND_NAME),
                body.raw("payload").orElseThrow(),
                body.has("ttl") ? body.integer("ttl", 0, LONGEST_TTL_SECONDS) : DEFAULT_TTL_SECONDS);
        return Map.of("enqueued", true, "notified", false, "notifyError", "no push");
    }

    /** Accepted and left alone: there is no push service to tell. */
    @PostMapping("/devices/notify")
    Map<String, Object> tell(Caller caller, JsonBody body) {
        if (!body.has("to")) {
            throw new Refusal(PidpError.missingParameter("to"));
        }
        return Map.of();
    }

    /**
     * Commands that a device has not seen.
     *
     * @param index to ask from the next time
     * @param last whether there are no more now
     */
    record Page(long index, boolean last, List<Message> messages) {}

    record Message(long index, Data data) {}

    /** @param sender the device that sent it; null when it has none */
    record Data(String command, JsonNode payload, @Nullable String sender) {}
}
