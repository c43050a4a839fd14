package org.sagrada.token.event;

import java.util.Map;
import org.sagrada.model.event.AccountEvent;

/**
 * What a verified Security Event Token says.
 *
 * @param email the user's principal
 * @param changeTimes the kinds of event, each with the time it took effect in ms, or 0 where it has none
 */
record EventMessage(String email, Map<AccountEvent, Long> changeTimes) {

    @Override
    public String toString() {
        return "EventMessage[" + changeTimes.keySet() + "]";
    }
}
