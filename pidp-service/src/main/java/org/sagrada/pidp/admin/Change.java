package org.sagrada.pidp.admin;

import java.util.Map;
import org.sagrada.pidp.abuse.AuditLog.Happening;

/**
 * What an operator's change came to.
 *
 * @param happening for the audit log
 * @param uid the account, or empty
 * @param answer what the operator is told
 */
record Change(Happening happening, String uid, Map<String, Object> answer) {

    /** A change of an account of which there is nothing to tell but that it was made. */
    static Change of(Happening happening, String uid) {
        return new Change(happening, uid, Map.of("uid", uid));
    }
}
