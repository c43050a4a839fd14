package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.HawkAuthentication;
import org.sagrada.storage.auth.Refusal;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.info.InfoOutcome;
import org.sagrada.storage.info.InfoReader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** General information under 2.0 (section 2.1). */
@RestController
@RequestMapping("/2.0/{uid:[0-9]{1,18}}/info")
final class Info20 {

    private final InfoReader reader;
    private final Answers20 answers;
    private final HawkAuthentication authentication;
    private final @Nullable Long quota;

    Info20(InfoReader reader, Answers20 answers, HawkAuthentication authentication, StorageSettings settings) {
        this.reader = reader;
        this.answers = answers;
        this.authentication = authentication;
        this.quota = settings.quota() == null ? null : settings.quota().toBytes();
    }

    @GetMapping("/collections")
    void collections(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.versions(call.user(), Headers20.ofRead(request), call.now());
        answer(outcome, InfoOutcome.Told::numbers, call, request, response);
    }

    @GetMapping("/quota")
    void quota(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.versions(call.user(), Headers20.ofRead(request), call.now());
        answer(outcome, this::quota, call, request, response);
    }

    @GetMapping("/collection_usage")
    void usage(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.usage(call.user(), Headers20.ofRead(request), call.now());
        answer(outcome, InfoOutcome.Told::numbers, call, request, response);
    }

    @GetMapping("/collection_counts")
    void counts(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.counts(call.user(), Headers20.ofRead(request), call.now());
        answer(outcome, InfoOutcome.Told::numbers, call, request, response);
    }

    private Object quota(InfoOutcome.Told told) {
        var body = new LinkedHashMap<String, @Nullable Long>();
        body.put("usage", told.bytes());
        body.put("quota", quota);
        return body;
    }

    private void answer(
            InfoOutcome outcome,
            Function<InfoOutcome.Told, Object> body,
            StorageCall call,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answers20.demandJson(request);
        switch (outcome) {
            case InfoOutcome.Told told -> {
                Headers20.tellRead(response, told.storeVersion(), told.storeVersion(), call.now());
                answers.json(response, body.apply(told));
            }
            case InfoOutcome.NotModified same -> {
                Headers20.tellRead(response, same.storeVersion(), same.storeVersion(), call.now());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
            case InfoOutcome.Changed changed -> {
                Headers20.tellRead(response, changed.storeVersion(), changed.storeVersion(), call.now());
                throw Refusal20Exception.of(412);
            }
            case InfoOutcome.Retired retired -> throw authentication.refuse(request, Refusal.RETIRED);
        }
    }
}
