package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.BsoPatch;
import org.sagrada.storage.bso.BsoReader;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.wire.BsoParser;
import org.sagrada.storage.wire.BsoRules;
import org.sagrada.storage.wire.ListFormat;
import org.sagrada.storage.wire.MalformedRecordsException;
import org.sagrada.storage.wire.ParsedBso;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single records under 2.0 (section 2.3). */
@RestController
@RequestMapping("/2.0/{uid:[0-9]{1,18}}/storage/{collection}/{id}")
final class Items20 {

    private final BsoParser parser = new BsoParser(BsoRules.SYNC_20);
    private final BsoReader reader;
    private final BsoWriter writer;
    private final Answers20 answers;
    private final long mostPayload;

    Items20(BsoReader reader, BsoWriter writer, Answers20 answers, StorageSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.answers = answers;
        this.mostPayload = settings.sync20().payload().toBytes();
    }

    @GetMapping
    void get(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answers20.demandJson(request);
        var precondition = Headers20.ofRead(request);
        var outcome = reader.record(
                call.user(), Paths20.readable(collection), Paths20.readableId(id), precondition, call.now());
        answers.read(outcome, call, request, response);
    }

    @PutMapping
    void put(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        var patch = patch(call, id, request);
        if (patch.payload() == null) {
            throw badRecord("there is no payload");
        }
        write(call, collection, patch.replacing(), request, response);
    }

    @PostMapping
    void post(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        write(call, collection, patch(call, id, request), request, response);
    }

    @DeleteMapping
    void delete(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response) {
        var write = answers.writeRequest(call, Paths20.readable(collection), request, true);
        var outcome = writer.eraseRecords(write, List.of(Paths20.readableId(id)), true);
        Headers20.tellWrite(
                response, answers.demandDone(outcome, request, response).version());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private void write(
            StorageCall call,
            String collection,
            BsoPatch patch,
            HttpServletRequest request,
            HttpServletResponse response) {
        var write = answers.writeRequest(call, Paths20.writable(collection), request, true);
        var done = answers.demandDone(writer.write(write, List.of(patch)), request, response);
        Headers20.tellWrite(response, done.version());
        response.setStatus(done.overwrote() ? HttpServletResponse.SC_NO_CONTENT : HttpServletResponse.SC_CREATED);
    }

    /** The record of the body, under the id of the path whatever id the body has. */
    private BsoPatch patch(StorageCall call, String id, HttpServletRequest request) {
        if (ListFormat.declared(request.getContentType()).orElse(null) != ListFormat.JSON) {
            throw Answers20.unsupportedType("application/json");
        }
        if (!BsoRules.SYNC_20.isId(id)) {
            throw badRecord("invalid id");
        }
        var patch = switch (parse(call)) {
            case ParsedBso.Bad bad -> throw badRecord(bad.reason());
            case ParsedBso.Good good -> good.patch();
        };
        if (patch.payloadBytes() > mostPayload) {
            throw new EdgeFailureException(new EdgeFailure.BodyTooLarge(mostPayload));
        }
        return new BsoPatch(id, patch.payload(), patch.payloadBytes(), patch.sortindex(), patch.ttl());
    }

    private ParsedBso parse(StorageCall call) {
        try {
            return parser.one(call.body());
        } catch (MalformedRecordsException e) {
            throw badRecord(e.description());
        }
    }

    private static Refusal20Exception badRecord(String description) {
        return Refusal20Exception.of(400, ErrorEntry.body("bso", description));
    }
}
