package org.sagrada.pidp.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.sagrada.service.edge.EdgeFailure;
import org.sagrada.service.edge.EdgeFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The pages by their addresses: those that browsers open, that mails link to, and that the pages link to. No other path is one. */
@RestController
class PageController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PageDocument document;
    private final PageHeaders pageHeaders;
    private final Assets assets;
    private final PageSettings settings;

    PageController(PageDocument document, PageHeaders pageHeaders, Assets assets, PageSettings settings) {
        this.document = document;
        this.pageHeaders = pageHeaders;
        this.assets = assets;
        this.settings = settings;
    }

    @GetMapping({
        "/",
        "/signin",
        "/signup",
        "/force_auth",
        "/oauth",
        "/oauth/signin",
        "/oauth/signup",
        "/oauth/force_auth",
        "/oauth/success/{client:[0-9a-f]{16}}",
        "/authorization",
        "/reset_password",
        "/complete_reset_password",
        "/verify_email",
        "/verify_secondary_email",
        "/complete_signin",
        "/connect_another_device",
        "/pair",
        "/post_verify/third_party_auth/set_password",
        "/settings",
        "/settings/avatar/change",
        "/settings/display_name",
        "/settings/clients",
        "/settings/change_password",
        "/settings/emails",
        "/settings/two_step_authentication",
        "/settings/account_recovery",
        "/settings/data",
        "/settings/delete_account"
    })
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        var language = PageLanguage.of(request);
        return ResponseEntity.ok()
                .headers(pageHeaders::addTo)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .contentType(HTML)
                .body(document.page(language));
    }

    /** A file of an older version of the pages is answered with today's, which nobody may keep under that name. */
    @GetMapping("/assets/{version:[0-9a-f]{16}}/{kind:css|img|js|messages}/{*path}")
    ResponseEntity<byte[]> asset(
            @PathVariable String version,
            @PathVariable String kind,
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings) {
        var asset = assets.find(kind + path).orElseThrow(() -> new EdgeFailureException(new EdgeFailure.UnknownPath()));
        var isGzipped = encodings.contains("gzip");
        var answer = ResponseEntity.ok()
                .headers(pageHeaders::addTo)
                .cacheControl(assets.isCurrent(version) ? FOR_EVER : CacheControl.noStore())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .contentType(asset.type());
        if (isGzipped) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return answer.body(asset.bytes(isGzipped));
    }

    /** Where password managers send their users (W3C, "A Well-Known URL for Changing Passwords"). */
    @GetMapping("/.well-known/change-password")
    ResponseEntity<Void> changePassword() {
        return ResponseEntity.status(302)
                .header(HttpHeaders.LOCATION, settings.publicUrl() + "/settings/change_password")
                .build();
    }
}
