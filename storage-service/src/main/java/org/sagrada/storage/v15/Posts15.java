package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.StorageSettings;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.batch.Batches;
import org.sagrada.storage.bso.BsoReader;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.CollectionName;
import org.sagrada.storage.bso.CollectionState;
import org.sagrada.storage.bso.Precondition;
import org.sagrada.storage.bso.WriteOutcome;
import org.sagrada.storage.wire.PostPlan;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Many records at once under 1.5, alone or as part of a batch (sections 2.4, 2.5). */
@RestController
@RequestMapping("/1.5/{uid:[0-9]{1,18}}/storage/{collection}")
final class Posts15 {

    private final BsoReader reader;
    private final BsoWriter writer;
    private final Batches batches;
    private final Answers15 answers;
    private final Bodies15 bodies;
    private final JsonMapper json;
    private final StorageSettings.Sync15 limits;

    Posts15(
            BsoReader reader,
            BsoWriter writer,
            Batches batches,
            Answers15 answers,
            Bodies15 bodies,
            JsonMapper json,
            StorageSettings settings) {
        this.reader = reader;
        this.writer = writer;
        this.batches = batches;
        this.answers = answers;
        this.bodies = bodies;
        this.json = json;
        this.limits = settings.sync15();
    }

    @PostMapping
    void post(
            StorageCall call, @PathVariable String collection, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var name = Answers15.collection(collection);
        var parameters = BatchParameters.of(call.query());
        Announced15.check(request, limits, call.query().has("batch"));
        var plan = PostPlan.of(
                bodies.many(request, call.body()),
                limits.postRecords(),
                limits.postBytes().toBytes(),
                limits.payload().toBytes());
        switch (parameters) {
            case BatchParameters.StoreNow now -> store(call, name, plan, request, response);
            case BatchParameters.Begin begin -> {
                var state = checked(call, name, request, response);
                stage(call, name, batches.open(call.user(), name, call.now()), plan, state, response);
            }
            case BatchParameters.Append append -> {
                var state = checked(call, name, request, response);
                stage(call, name, append.batch(), plan, state, response);
            }
            case BatchParameters.Commit commit -> commit(call, name, commit.batch(), plan, request, response);
        }
    }

    private void store(
            StorageCall call,
            CollectionName collection,
            PostPlan plan,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var outcome = writer.write(answers.writeRequest(call, collection, request, false), plan.accepted());
        stored(outcome, plan, request, response);
    }

    private void commit(
            StorageCall call,
            CollectionName collection,
            String batch,
            PostPlan plan,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!plan.accepted().isEmpty()) {
            append(call, collection, batch, plan);
        }
        // All records of a batch get the time of its commit, whatever was sent of them.
        var write = answers.writeRequest(call, collection, request, false).movingEveryVersion();
        var outcome = writer.writeStaged(write, batch);
        if (outcome instanceof WriteOutcome.Missing) {
            throw unknownBatch();
        }
        stored(outcome, plan, request, response);
    }

    private void stored(WriteOutcome outcome, PostPlan plan, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var version = answers.demandDone(outcome, request, response);
        Answers15.json(response, "{\"modified\":" + Time15.text(version) + "," + result(plan) + "}");
    }

    private void stage(
            StorageCall call,
            CollectionName collection,
            String batch,
            PostPlan plan,
            CollectionState state,
            HttpServletResponse response)
            throws IOException {
        append(call, collection, batch, plan);
        Headers15.tellRead(response, state.version(), state.storeVersion(), call.now());
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        Answers15.json(response, "{\"batch\":\"" + batch + "\"," + result(plan) + "}");
    }

    private void append(StorageCall call, CollectionName collection, String batch, PostPlan plan) {
        switch (batches.append(call.user(), collection, batch, plan.accepted(), call.now())) {
            case APPENDED -> {}
            case TOO_LARGE -> throw new Refusal15Exception(400, Code.TOO_LARGE);
            case UNKNOWN -> throw unknownBatch();
        }
    }

    /** How the collection stands, when the request may go ahead. */
    private CollectionState checked(
            StorageCall call, CollectionName collection, HttpServletRequest request, HttpServletResponse response) {
        var precondition = Headers15.ofWrite(request);
        var state = reader.state(call.user(), collection);
        if (state.retired()) {
            throw answers.retired(request);
        }
        if (precondition.check(state.version()) == Precondition.Check.CHANGED) {
            throw answers.changed(state.version(), response);
        }
        return state;
    }

    private String result(PostPlan plan) {
        return "\"success\":" + json.writeValueAsString(plan.success()) + ",\"failed\":"
                + json.writeValueAsString(plan.failed());
    }

    private static Refusal15Exception unknownBatch() {
        return new Refusal15Exception(400, Code.INVALID_BSO);
    }
}
