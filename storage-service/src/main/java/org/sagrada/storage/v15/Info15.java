package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.Admits;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.auth.Visitor;
import org.sagrada.storage.info.InfoOutcome;
import org.sagrada.storage.info.InfoReader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** General information under 1.5 (section 2.1). */
@RestController
@RequestMapping("/1.5/{uid:[0-9]{1,18}}/info")
final class Info15 {

    private final InfoReader reader;
    private final Answers15 answers;
    private final StorageSettings.Sync15 limits;
    private final @Nullable Double quota;

    Info15(InfoReader reader, Answers15 answers, StorageSettings settings) {
        this.reader = reader;
        this.answers = answers;
        this.limits = settings.sync15();
        this.quota = settings.quota() == null
                ? null
                : Answers15.kilobytes(settings.quota().toBytes());
    }

    /** Also for a token that expired lately: a client can so see that nothing is new before it asks for another. */
    @GetMapping("/collections")
    void collections(
            @Admits({Visitor.Owner.class, Visitor.LateOwner.class}) StorageCall call,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var outcome = reader.versions(call.user(), Headers15.ofRead(request), call.now());
        answer(outcome, told -> object(told, Time15::text), call, request, response);
    }

    @GetMapping("/quota")
    void quota(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.versions(call.user(), Headers15.ofRead(request), call.now());
        answer(outcome, told -> "[" + Answers15.kilobytes(told.bytes()) + "," + quota + "]", call, request, response);
    }

    @GetMapping("/collection_usage")
    void usage(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.usage(call.user(), Headers15.ofRead(request), call.now());
        answer(
                outcome,
                told -> object(told, bytes -> Double.toString(Answers15.kilobytes(bytes))),
                call,
                request,
                response);
    }

    @GetMapping("/collection_counts")
    void counts(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = reader.counts(call.user(), Headers15.ofRead(request), call.now());
        answer(outcome, told -> object(told, Long::toString), call, request, response);
    }

    /** The limits, which are no secret: anybody may ask. */
    @GetMapping("/configuration")
    void configuration(HttpServletResponse response) throws IOException {
        response.setHeader(Headers15.LAST_MODIFIED, Time15.text(0));
        var members = new StringJoiner(",", "{", "}");
        members.add("\"max_request_bytes\":" + limits.requestBytes().toBytes());
        members.add("\"max_post_records\":" + limits.postRecords());
        members.add("\"max_post_bytes\":" + limits.postBytes().toBytes());
        members.add("\"max_total_records\":" + limits.totalRecords());
        members.add("\"max_total_bytes\":" + limits.totalBytes().toBytes());
        members.add("\"max_record_payload_bytes\":" + limits.payload().toBytes());
        Answers15.json(response, members.toString());
    }

    /** Names have no character that JSON would escape. */
    private static String object(InfoOutcome.Told told, LongFunction<String> number) {
        var members = new StringJoiner(",", "{", "}");
        told.numbers().forEach((name, value) -> members.add("\"" + name + "\":" + number.apply(value)));
        return members.toString();
    }

    private void answer(
            InfoOutcome outcome,
            Function<InfoOutcome.Told, String> body,
            StorageCall call,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        switch (outcome) {
            case InfoOutcome.Told told -> {
                Headers15.tellRead(response, told.storeVersion(), told.storeVersion(), call.now());
                response.setHeader(
                        Headers15.RECORDS, Integer.toString(told.numbers().size()));
                Answers15.json(response, body.apply(told));
            }
            case InfoOutcome.NotModified same -> {
                Headers15.tellRead(response, same.storeVersion(), same.storeVersion(), call.now());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
            case InfoOutcome.Changed changed -> throw answers.changed(changed.storeVersion(), response);
            case InfoOutcome.Retired retired -> throw answers.retired(request);
        }
    }
}
