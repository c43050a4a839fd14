package org.sagrada.storage.v15;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.auth.StorageCall;
import org.sagrada.storage.bso.BsoWriter;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All of a user at once, under 1.5 (section 2.6). */
@RestController
@RequestMapping("/1.5/{uid:[0-9]{1,18}}")
final class Storage15 {

    private final BsoWriter writer;
    private final Answers15 answers;

    Storage15(BsoWriter writer, Answers15 answers) {
        this.writer = writer;
        this.answers = answers;
    }

    @DeleteMapping({"", "/storage"})
    void wipe(StorageCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var outcome = writer.eraseAll(call.user(), Headers15.ofWrite(request), call.now(), false);
        Answers15.modified(response, answers.demandDone(outcome, request, response));
    }
}
