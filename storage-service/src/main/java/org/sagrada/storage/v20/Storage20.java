package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.sagrada.storage.auth.Admits;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.auth.Visitor;
import org.sagrada.storage.bso.BsoWriter;
import org.sagrada.storage.bso.Precondition;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All of a user at once, under 2.0 (section 2.5). */
@RestController
@RequestMapping("/2.0/{uid:[0-9]{1,18}}")
final class Storage20 {

    private final BsoWriter writer;
    private final Answers20 answers;

    Storage20(BsoWriter writer, Answers20 answers) {
        this.writer = writer;
        this.answers = answers;
    }

    @DeleteMapping("/storage")
    void wipe(StorageCall call, HttpServletRequest request, HttpServletResponse response) {
        var outcome = writer.eraseAll(call.user(), Headers20.ofWrite(request), call.now(), false);
        Headers20.tellWrite(
                response, answers.demandDone(outcome, request, response).version());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Deletes a user for good: what the token service asks for after a reset or a deletion. */
    @DeleteMapping
    void purge(
            @Admits(Visitor.Purger.class) StorageCall call, HttpServletRequest request, HttpServletResponse response) {
        var outcome = writer.eraseAll(call.user(), Precondition.none(), call.now(), true);
        Headers20.tellWrite(
                response, answers.demandDone(outcome, request, response).version());
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
