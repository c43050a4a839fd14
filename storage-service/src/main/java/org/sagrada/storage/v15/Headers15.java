package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.OptionalLong;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.Precondition;

/** The headers of 1.5 (section 3). */
final class Headers15 {

    static final String LAST_MODIFIED = "X-Last-Modified";
    static final String TIMESTAMP = "X-Weave-Timestamp";
    static final String RECORDS = "X-Weave-Records";
    static final String NEXT_OFFSET = "X-Weave-Next-Offset";
    static final String QUOTA_REMAINING = "X-Weave-Quota-Remaining";
    private static final String IF_MODIFIED = "X-If-Modified-Since";
    private static final String IF_UNMODIFIED = "X-If-Unmodified-Since";

    private Headers15() {}

    /** What a read demands. */
    static Precondition ofRead(HttpServletRequest request) {
        var modified = time(request, IF_MODIFIED);
        var unmodified = time(request, IF_UNMODIFIED);
        if (modified.isPresent() && unmodified.isPresent()) {
            throw malformed();
        }
        return modified.isPresent()
                ? new Precondition.ModifiedSince(modified.getAsLong())
                : unmodifiedSince(unmodified);
    }

    /** What a write demands; the header that only reads know has no meaning on it. */
    static Precondition ofWrite(HttpServletRequest request) {
        return ofRead(request) instanceof Precondition.UnmodifiedSince unmodified ? unmodified : Precondition.none();
    }

    /** Sets what a read tells: the target's time, and a clock that no time is ahead of. */
    static void tellRead(HttpServletResponse response, long targetVersion, long storeVersion, Moment now) {
        response.setHeader(LAST_MODIFIED, Time15.text(targetVersion));
        response.setHeader(TIMESTAMP, Time15.text(Math.max(now.asVersion(), storeVersion)));
    }

    /** Sets what a write tells: its time, twice. */
    static void tellWrite(HttpServletResponse response, long version) {
        response.setHeader(LAST_MODIFIED, Time15.text(version));
        response.setHeader(TIMESTAMP, Time15.text(version));
    }

    private static Precondition unmodifiedSince(OptionalLong time) {
        return time.isPresent() ? new Precondition.UnmodifiedSince(time.getAsLong()) : Precondition.none();
    }

    private static OptionalLong time(HttpServletRequest request, String name) {
        var values = Collections.list(request.getHeaders(name));
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        var time = Time15.parse(values.getFirst().strip());
        if (values.size() > 1 || time.isEmpty()) {
            throw malformed();
        }
        return time;
    }

    private static Refusal15Exception malformed() {
        return new Refusal15Exception(400, Code.ILLEGAL_PROTOCOL);
    }
}
