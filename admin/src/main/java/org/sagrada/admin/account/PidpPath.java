package org.sagrada.admin.account;

import org.sagrada.admin.api.Target;

/** Where the PIdP's management API has its paths. */
final class PidpPath {

    private PidpPath() {}

    static Target of(Object... segments) {
        Object[] all = new Object[segments.length + 2];
        all[0] = "admin";
        all[1] = "pidp";
        System.arraycopy(segments, 0, all, 2, segments.length);
        return Target.of(all);
    }
}
