package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.BsoReader;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.Page;
import org.sagrada.storage.bso.Precondition;
import org.sagrada.storage.bso.ReadOutcome;
import org.sagrada.storage.wire.ListFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whole collections under 1.5 (sections 2.2, 2.6). One that is missing reads as empty, and may be deleted. */
@RestController
@RequestMapping("/1.5/{uid:[0-9]{1,18}}/storage/{collection}")
final class Collections15 {

    private final BsoReader reader;
    private final BsoWriter writer;
    private final Answers15 answers;

    Collections15(BsoReader reader, BsoWriter writer, Answers15 answers) {
        this.reader = reader;
        this.writer = writer;
        this.answers = answers;
    }

    @GetMapping
    void list(
            StorageCall call, @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var format = ListFormat.accepted(request.getHeader(HttpHeaders.ACCEPT))
                .orElseThrow(() -> new Refusal15Exception(406, Code.NONE));
        var precondition = Headers15.ofRead(request);
        var query = Query15.of(call.query());
        var listing = new Listing15(response, format, query.full(), call.now());
        var name = Answers15.collection(collection);
        switch (reader.list(call.user(), name, query, precondition, call.now(), listing)) {
            case ReadOutcome.Listed listed -> {}
            case ReadOutcome.NotModified same -> notModified(response, same.targetVersion(), same.storeVersion(), call);
            case ReadOutcome.Changed changed -> throw answers.changed(changed.targetVersion(), response);
            case ReadOutcome.Missing missing -> empty(missing.storeVersion(), precondition, listing, call, response);
            case ReadOutcome.Retired retired -> throw answers.retired(request);
            case ReadOutcome.Found found -> throw new IllegalStateException("A list is no record");
        }
    }

    @DeleteMapping
    void delete(
            StorageCall call, @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var write = answers.writeRequest(call, Answers15.collection(collection), request, false);
        var ids = call.query().ids();
        var outcome = ids == null ? writer.eraseCollection(write, false) : writer.eraseRecords(write, ids, false);
        Answers15.modified(response, answers.demandDone(outcome, request, response));
    }

    private static void empty(
            long storeVersion,
            Precondition precondition,
            Listing15 listing,
            StorageCall call,
            HttpServletResponse response)
            throws IOException {
        if (precondition.check(0) == Precondition.Check.NOT_MODIFIED) {
            notModified(response, 0, storeVersion, call);
        } else {
            listing.begin(new Page(0, storeVersion, 0, null));
            listing.end();
        }
    }

    private static void notModified(HttpServletResponse response, long version, long storeVersion, StorageCall call) {
        Headers15.tellRead(response, version, storeVersion, call.now());
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }
}
