package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import org.sagrada.storage.StorageSettings;

/** The sizes that a client announces in headers, so that what is too large fails before it is sent (section 3.1). */
final class Announced15 {

    private static final int MOST_DIGITS = 18;

    private Announced15() {}

    /** Refuses what is over a limit (17), or not a number or a total of nothing (1). */
    static void check(HttpServletRequest request, StorageSettings.Sync15 limits, boolean inBatch) {
        check(request, "X-Weave-Records", 0, limits.postRecords());
        check(request, "X-Weave-Bytes", 0, limits.postBytes().toBytes());
        if (!inBatch
                && (request.getHeader("X-Weave-Total-Records") != null
                        || request.getHeader("X-Weave-Total-Bytes") != null)) {
            throw new Refusal15Exception(400, Code.ILLEGAL_PROTOCOL);
        }
        check(request, "X-Weave-Total-Records", 1, limits.totalRecords());
        check(request, "X-Weave-Total-Bytes", 1, limits.totalBytes().toBytes());
    }

    private static void check(HttpServletRequest request, String header, long least, long limit) {
        var text = request.getHeader(header);
        if (text == null) {
            return;
        }
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Refusal15Exception(400, Code.ILLEGAL_PROTOCOL);
        }
        if (text.length() > MOST_DIGITS || Long.parseLong(text) > limit) {
            throw new Refusal15Exception(400, Code.TOO_LARGE);
        }
        if (Long.parseLong(text) < least) {
            throw new Refusal15Exception(400, Code.ILLEGAL_PROTOCOL);
        }
    }
}
