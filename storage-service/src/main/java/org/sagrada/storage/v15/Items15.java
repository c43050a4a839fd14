package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.BsoPatch;
import org.sagrada.storage.bso.BsoReader;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.ReadOutcome;
import org.sagrada.storage.wire.BsoRules;
import org.sagrada.storage.wire.JsonBytes;
import org.sagrada.storage.wire.ParsedBso;
import org.sagrada.storage.wire.Unicode;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Single records under 1.5 (section 2.3). */
@RestController
@RequestMapping("/1.5/{uid:[0-9]{1,18}}/storage/{collection}/{id}")
final class Items15 {

    private final BsoReader reader;
    private final BsoWriter writer;
    private final Answers15 answers;
    private final Bodies15 bodies;
    private final long mostPayload;

    Items15(BsoReader reader, BsoWriter writer, Answers15 answers, Bodies15 bodies, StorageSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.answers = answers;
        this.bodies = bodies;
        this.mostPayload = settings.sync15().payload().toBytes();
    }

    @GetMapping
    void get(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var precondition = Headers15.ofRead(request);
        switch (reader.record(call.user(), Answers15.collection(collection), storable(id), precondition, call.now())) {
            case ReadOutcome.Found found -> {
                Headers15.tellRead(response, found.row().version(), found.storeVersion(), call.now());
                response.setContentType("application/json");
                var out = new JsonBytes(response.getOutputStream());
                Listing15.record(out, found.row());
                out.flush();
            }
            case ReadOutcome.NotModified same -> {
                Headers15.tellRead(response, same.targetVersion(), same.storeVersion(), call.now());
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            }
            case ReadOutcome.Changed changed -> throw answers.changed(changed.targetVersion(), response);
            case ReadOutcome.Missing missing -> throw new Refusal15Exception(404, Code.NONE);
            case ReadOutcome.Retired retired -> throw answers.retired(request);
            case ReadOutcome.Listed listed -> throw new IllegalStateException("One record is no list");
        }
    }

    @PutMapping
    void put(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var name = Answers15.collection(collection);
        var patch = patch(id, bodies.one(request, call.body()));
        var outcome = writer.write(answers.writeRequest(call, name, request, true), List.of(patch));
        Answers15.json(response, Time15.text(answers.demandDone(outcome, request, response)));
    }

    @DeleteMapping
    void delete(
            StorageCall call,
            @PathVariable String collection,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var write = answers.writeRequest(call, Answers15.collection(collection), request, true);
        var outcome = writer.eraseRecords(write, List.of(storable(id)), true);
        Answers15.modified(response, answers.demandDone(outcome, request, response));
    }

    /** The record of the body, under the id of the path whatever id the body has. */
    private BsoPatch patch(String id, ParsedBso parsed) {
        if (!(parsed instanceof ParsedBso.Good good) || !BsoRules.SYNC_15.isId(id)) {
            throw new Refusal15Exception(400, Code.INVALID_BSO);
        }
        var patch = good.patch();
        if (patch.payloadBytes() > mostPayload) {
            throw new Refusal15Exception(413, Code.TOO_LARGE);
        }
        return new BsoPatch(id, patch.payload(), patch.payloadBytes(), patch.sortindex(), patch.ttl());
    }

    private static String storable(String id) {
        if (!Unicode.isStorable(id)) {
            throw new Refusal15Exception(404, Code.NONE);
        }
        return id;
    }
}
