package org.sagrada.pidp.recovery;

import java.util.Optional;
import org.sagrada.model.onepw.Key32;
import org.sagrada.pidp.request.EmailAddress;
import org.sagrada.pidp.request.JsonBody;

/** What {@code password/change/start} takes. */
record ChangeRequest(EmailAddress email, Optional<EmailAddress> current, Key32 oldAuthPw) {

    static ChangeRequest from(JsonBody body) {
        return new ChangeRequest(
                body.email("email"), body.optionalEmail("originalLoginEmail"), body.secret("oldAuthPW"));
    }
}
