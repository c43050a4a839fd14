package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.BsoReader;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.WriteOutcome;
import org.sagrada.storage.wire.BsoParser;
import org.sagrada.storage.wire.BsoRules;
import org.sagrada.storage.wire.ListFormat;
import org.sagrada.storage.wire.MalformedRecordsException;
import org.sagrada.storage.wire.ParsedBso;
import org.sagrada.storage.wire.PostPlan;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole collections under 2.0 (sections 2.2, 2.4, 2.5). */
@RestController
@RequestMapping("/2.0/{uid:[0-9]{1,18}}/storage/{collection}")
final class Collections20 {

    private final BsoParser parser = new BsoParser(BsoRules.SYNC_20);
    private final BsoReader reader;
    private final BsoWriter writer;
    private final Answers20 answers;
    private final StorageSettings.Sync20 limits;

    Collections20(BsoReader reader, BsoWriter writer, Answers20 answers, StorageSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.answers = answers;
        this.limits = settings.sync20();
    }

    @GetMapping
    void list(
            StorageCall call, @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var format = ListFormat.accepted(request.getHeader(HttpHeaders.ACCEPT)).orElseThrow(Answers20::notAcceptable);
        var precondition = Headers20.ofRead(request);
        var query = Query20.of(call.query());
        var listing = new Listing20(response, format, query.full(), call.now());
        var outcome = reader.list(call.user(), Paths20.readable(collection), query, precondition, call.now(), listing);
        answers.read(outcome, call, request, response);
    }

    @PostMapping
    void post(
            StorageCall call, @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var records = records(call, request);
        Answers20.demandJson(request);
        var plan = PostPlan.of(
                records,
                limits.postRecords(),
                limits.postBytes().toBytes(),
                limits.payload().toBytes());
        var write = answers.writeRequest(call, Paths20.writable(collection), request, false);
        var done = answers.demandDone(writer.write(write, plan.accepted()), request, response);
        Headers20.tellWrite(response, done.version());
        answers.json(response, new PostResult(plan.success(), lists(plan.failed())));
    }

    @DeleteMapping
    void delete(
            StorageCall call,
            @PathVariable String collection,
            HttpServletRequest request,
            HttpServletResponse response) {
        var write = answers.writeRequest(call, Paths20.readable(collection), request, false);
        var ids = call.query().ids();
        WriteOutcome outcome =
                ids == null ? writer.eraseCollection(write, true) : writer.eraseRecords(write, ids, true);
        var done = answers.demandDone(outcome, request, response);
        Headers20.tellWrite(response, done.version());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private List<ParsedBso> records(StorageCall call, HttpServletRequest request) {
        var format = ListFormat.declared(request.getContentType())
                .orElseThrow(() -> Answers20.unsupportedType("application/json or application/newlines"));
        try {
            return format == ListFormat.JSON ? parser.list(call.body()) : parser.lines(call.body());
        } catch (MalformedRecordsException e) {
            throw Refusal20Exception.of(400, ErrorEntry.body("bsos", e.description()));
        }
    }

    private static Map<String, List<String>> lists(Map<String, String> failed) {
        var lists = new LinkedHashMap<String, List<String>>();
        failed.forEach((id, reason) -> lists.put(id, List.of(reason)));
        return lists;
    }

    private record PostResult(List<String> success, Map<String, List<String>> failed) {}
}
