package org.sagrada.token.api;

import org.sagrada.service.api.ApiDocument;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the document of this API. */
@RestController
class ApiController {

    private final ApiDocument document = ApiDocument.beside(ApiController.class);

    @GetMapping("/1.0/__api__")
    ResponseEntity<byte[]> document() {
        return document.answer();
    }
}
