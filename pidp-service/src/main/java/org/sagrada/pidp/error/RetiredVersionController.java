package org.sagrada.pidp.error;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The version before the first, which some clients still ask for. */
@RestController
class RetiredVersionController {

    @RequestMapping("/v0/**")
    void gone() {
        throw new Refusal(PidpError.of(410, 116, "This endpoint is no longer supported"));
    }
}
