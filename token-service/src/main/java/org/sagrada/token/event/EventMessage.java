package org.sagrada.token.event;

import java.util.Map;
import org.sagrada.model.event.AccountEvent;

/**
 * What a verified Security Event Token says.
 *
 * @param email the user's principal
 * @param changeTimes the kinds of event, each with the time it took effect in ms, or 0 where it has none
 * @param issuedAt when it was told, in ms; 0 if it doesn't say
 */
record EventMessage(String email, Map<AccountEvent, Long> changeTimes, long issuedAt) {

    @Override
    public String toString() {
        return "EventMessage[" + changeTimes.keySet() + "]";
    }
}
