package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.HawkAuthentication;
import org.sagrada.storage.auth.Refusal;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.CollectionName;
import org.sagrada.storage.bso.WriteOutcome;
import org.sagrada.storage.bso.WriteRequest;
import org.springframework.stereotype.Component;

/** From the engine's outcomes to the answers of 1.5. */
@Component
final class Answers15 {

    private static final double KILOBYTE = 1024;

    private final HawkAuthentication authentication;
    private final @Nullable Long quota;

    Answers15(HawkAuthentication authentication, StorageSettings settings) {
        this.authentication = authentication;
        this.quota = settings.quota() == null ? null : settings.quota().toBytes();
    }

    WriteRequest writeRequest(StorageCall call, CollectionName collection, HttpServletRequest request, boolean byItem) {
        return new WriteRequest(call.user(), collection, Headers15.ofWrite(request), byItem, true, quota, call.now());
    }

    /** The version of a write that is done, told in the headers; or an exception that tells why it did nothing. */
    long demandDone(WriteOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case WriteOutcome.Done done -> {
                Headers15.tellWrite(response, done.version());
                if (quota != null) {
                    response.setHeader(
                            Headers15.QUOTA_REMAINING,
                            new BigDecimal(kilobytes(Math.max(0, quota - done.bytes()))).toPlainString());
                }
                yield done.version();
            }
            case WriteOutcome.Changed changed -> throw changed(changed.targetVersion(), response);
            case WriteOutcome.Missing missing -> throw new Refusal15Exception(404, Code.NONE);
            case WriteOutcome.OverQuota over -> throw new Refusal15Exception(403, Code.OVER_QUOTA);
            case WriteOutcome.Retired retired -> throw retired(request);
        };
    }

    /** 412, with the time that the target has. */
    Refusal15Exception changed(long targetVersion, HttpServletResponse response) {
        response.setHeader(Headers15.LAST_MODIFIED, Time15.text(targetVersion));
        return new Refusal15Exception(412, Code.NONE);
    }

    RuntimeException retired(HttpServletRequest request) {
        return authentication.refuse(request, Refusal.RETIRED);
    }

    /** Bytes as the KB that 1.5 counts in. */
    static double kilobytes(long bytes) {
        return bytes / KILOBYTE;
    }

    static CollectionName collection(String name) {
        if (!CollectionName.isLegal(name)) {
            throw new Refusal15Exception(400, Code.INVALID_COLLECTION);
        }
        return new CollectionName(name);
    }

    /** A deletion's body. */
    static void modified(HttpServletResponse response, long version) throws IOException {
        json(response, "{\"modified\":" + Time15.text(version) + "}");
    }

    static void json(HttpServletResponse response, String body) throws IOException {
        response.setContentType("application/json");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
