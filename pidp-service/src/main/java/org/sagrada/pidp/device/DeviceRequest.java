package org.sagrada.pidp.device;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sagrada.pidp.request.JsonBody;
import org.sagrada.pidp.request.TextRule;

/** What {@code account/device} takes: a new device with a name and a type, or what changed of an old one. */
record DeviceRequest(
        Optional<String> id,
        Optional<String> name,
        Optional<String> type,
        Optional<String> pushCallback,
        Optional<String> pushPublicKey,
        Optional<String> pushAuthKey,
        Optional<Map<String, String>> availableCommands) {

    static DeviceRequest from(JsonBody body) {
        return new DeviceRequest(
                body.optionalText("id", TextRule.HEX_32).map(id -> id.toLowerCase(Locale.ROOT)),
                body.optionalText("name", TextRule.DISPLAY),
                body.optionalText("type", TextRule.DEVICE_TYPE),
                body.optionalText("pushCallback", TextRule.PUSH_CALLBACK),
                body.optionalText("pushPublicKey", TextRule.PUSH_PUBLIC_KEY),
                body.optionalText("pushAuthKey", TextRule.PUSH_AUTH_KEY),
                body.texts("availableCommands", TextRule.COMMAND_NAME, TextRule.COMMAND_DATA));
    }
}
