package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.Precondition;

/** The headers of 2.0 (section 3). Versions travel as they are stored; times in ms. */
final class Headers20 {

    static final String LAST_MODIFIED = "X-Last-Modified-Version";
    static final String TIMESTAMP = "X-Timestamp";
    static final String NUM_RECORDS = "X-Num-Records";
    static final String NEXT_OFFSET = "X-Next-Offset";
    static final String QUOTA_REMAINING = "X-Quota-Remaining";
    private static final String IF_MODIFIED = "X-If-Modified-Since-Version";
    private static final String IF_UNMODIFIED = "X-If-Unmodified-Since-Version";
    private static final int MOST_DIGITS = 18;

    private Headers20() {}

    /** What a read demands. */
    static Precondition ofRead(HttpServletRequest request) {
        var modified = version(request, IF_MODIFIED);
        var unmodified = version(request, IF_UNMODIFIED);
        if (modified != null && unmodified != null) {
            throw Refusal20Exception.of(
                    400, new ErrorEntry("header", IF_MODIFIED, "unexpected", "not together with " + IF_UNMODIFIED));
        }
        return modified == null ? unmodifiedSince(unmodified) : new Precondition.ModifiedSince(modified);
    }

    /** What a write demands; the header that only reads know has no meaning on it. */
    static Precondition ofWrite(HttpServletRequest request) {
        return ofRead(request) instanceof Precondition.UnmodifiedSince unmodified ? unmodified : Precondition.none();
    }

    /** Sets what a read tells: the target's version, and a clock that no version is ahead of. */
    static void tellRead(HttpServletResponse response, long targetVersion, long storeVersion, Moment now) {
        tellVersion(response, targetVersion);
        response.setHeader(TIMESTAMP, Long.toString(Math.max(now.millis(), storeVersion * 10)));
    }

    /** Sets what a write tells: its version, and the same as a time. */
    static void tellWrite(HttpServletResponse response, long version) {
        tellVersion(response, version);
        response.setHeader(TIMESTAMP, Long.toString(version * 10));
    }

    static void tellVersion(HttpServletResponse response, long version) {
        response.setHeader(LAST_MODIFIED, Long.toString(version));
    }

    private static Precondition unmodifiedSince(@Nullable Long version) {
        return version == null ? Precondition.none() : new Precondition.UnmodifiedSince(version);
    }

    private static @Nullable Long version(HttpServletRequest request, String name) {
        var values = Collections.list(request.getHeaders(name));
        if (values.isEmpty()) {
            return null;
        }
        var text = values.getFirst().strip();
        if (values.size() > 1 || !isVersion(text)) {
            throw Refusal20Exception.of(400, ErrorEntry.header(name, "value is not an integer"));
        }
        return Long.parseLong(text);
    }

    static boolean isVersion(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
