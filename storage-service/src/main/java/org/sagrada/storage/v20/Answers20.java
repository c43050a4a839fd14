package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.HawkAuthentication;
import org.sagrada.storage.auth.Refusal;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.CollectionName;
import org.sagrada.storage.bso.ReadOutcome;
import org.sagrada.storage.bso.WriteOutcome;
import org.sagrada.storage.bso.WriteRequest;
import org.sagrada.storage.wire.JsonBytes;
import org.sagrada.storage.wire.ListFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** From the engine's outcomes to the answers of 2.0. */
@Component
final class Answers20 {

    private final HawkAuthentication authentication;
    private final JsonMapper json;
    private final @Nullable Long quota;

    Answers20(HawkAuthentication authentication, JsonMapper json, StorageSettings settings) {
        this.authentication = authentication;
        this.json = json;
        this.quota = settings.quota() == null ? null : settings.quota().toBytes();
    }

    WriteRequest writeRequest(StorageCall call, CollectionName collection, HttpServletRequest request, boolean byItem) {
        return new WriteRequest(call.user(), collection, Headers20.ofWrite(request), byItem, false, quota, call.now());
    }

    /** What a write did, or an exception that tells why it did nothing. */
    WriteOutcome.Done demandDone(WriteOutcome outcome, HttpServletRequest request, HttpServletResponse response) {
        return switch (outcome) {
            case WriteOutcome.Done done -> {
                if (quota != null) {
                    response.setHeader(Headers20.QUOTA_REMAINING, Long.toString(Math.max(0, quota - done.bytes())));
                }
                yield done;
            }
            case WriteOutcome.Changed changed -> {
                Headers20.tellVersion(response, changed.targetVersion());
                throw Refusal20Exception.of(412);
            }
            case WriteOutcome.Missing missing -> throw Refusal20Exception.of(404);
            case WriteOutcome.OverQuota over -> throw Refusal20Exception.overQuota();
            case WriteOutcome.Retired retired -> throw authentication.refuse(request, Refusal.RETIRED);
        };
    }

    /** Answers a read of which nothing was answered yet. */
    void read(ReadOutcome outcome, StorageCall call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        switch (outcome) {
            case ReadOutcome.Listed listed -> {}
            case ReadOutcome.Found found -> {
                Headers20.tellRead(response, found.row().version(), found.storeVersion(), call.now());
                response.setContentType(ListFormat.JSON.mediaType());
                var out = new JsonBytes(response.getOutputStream());
                Listing20.record(out, found.row());
                out.flush();
            }
            case ReadOutcome.NotModified same -> {
                Headers20.tellRead(response, same.targetVersion(), same.storeVersion(), call.now());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
            case ReadOutcome.Changed changed -> {
                Headers20.tellRead(response, changed.targetVersion(), changed.storeVersion(), call.now());
                throw Refusal20Exception.of(412);
            }
            case ReadOutcome.Missing missing -> throw Refusal20Exception.of(404);
            case ReadOutcome.Retired retired -> throw authentication.refuse(request, Refusal.RETIRED);
        }
    }

    void json(HttpServletResponse response, Object body) throws IOException {
        response.setContentType(ListFormat.JSON.mediaType());
        response.getOutputStream().write(json.writeValueAsBytes(body));
    }

    /** Refuses a request that does not take JSON, where there is nothing else. */
    static void demandJson(HttpServletRequest request) {
        if (!ListFormat.acceptsJson(request.getHeader(HttpHeaders.ACCEPT))) {
            throw notAcceptable();
        }
    }

    static Refusal20Exception notAcceptable() {
        return Refusal20Exception.of(406, ErrorEntry.header("Accept", "no type of it can be made here"));
    }

    static Refusal20Exception unsupportedType(String types) {
        return Refusal20Exception.of(415, ErrorEntry.header("Content-Type", "it must be " + types));
    }
}
