package org.sagrada.pidp.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.abuse.AuditLog;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;
import org.sagrada.pidp.request.ClientAddress;
import org.sagrada.pidp.request.RequestBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The channel API of Easy Setup. */
@RestController
@RequestMapping("/mailbox/v1")
class MailboxController {

    private static final Logger log = LoggerFactory.getLogger(AuditLog.LOGGER);
    private static final String ID = "X-KeyExchange-Id";
    private static final int LONGEST_REPORT = 2000;

    private final Mailbox mailbox;
    private final Channels channels;
    private final AuditLog audit;

    MailboxController(Mailbox mailbox, Channels channels, AuditLog audit) {
        this.mailbox = mailbox;
        this.channels = channels;
        this.audit = audit;
    }

    @GetMapping("/new_channel")
    ResponseEntity<byte[]> open(
            @RequestHeader(name = ID, required = false) @Nullable String clientId, HttpServletRequest request) {
        var name = mailbox.open(clientId, ClientAddress.of(request));
        return json().body(('"' + name + '"').getBytes(UTF_8));
    }

    @GetMapping("/{channel}")
    ResponseEntity<byte[]> fetch(
            @PathVariable String channel,
            @RequestHeader(name = ID, required = false) @Nullable String clientId,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            HttpServletRequest request) {
        return mailbox.with(channel, clientId, ClientAddress.of(request), found -> {
            if (ifNoneMatch != null && ifNoneMatch.equals(found.etag())) {
                return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(ifNoneMatch)
                        .build();
            }
            channels.countFetch(channel, found);
            var answer = json();
            if (found.etag() != null) {
                answer.eTag(found.etag());
            }
            return answer.body(found.content());
        });
    }

    @PutMapping("/{channel}")
    ResponseEntity<byte[]> put(
            @PathVariable String channel,
            @RequestHeader(name = ID, required = false) @Nullable String clientId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String ifNoneMatch,
            HttpServletRequest request) {
        var content = RequestBytes.of(request);
        return mailbox.with(channel, clientId, ClientAddress.of(request), found -> {
            if (found.meets(ifMatch, ifNoneMatch)) {
                return ResponseEntity.ok().eTag(channels.put(channel, content)).build();
            }
            var refused = ResponseEntity.status(HttpStatus.PRECONDITION_FAILED);
            return found.etag() == null
                    ? refused.build()
                    : refused.eTag(found.etag()).build();
        });
    }

    @DeleteMapping("/{channel}")
    ResponseEntity<Void> close(
            @PathVariable String channel,
            @RequestHeader(name = ID, required = false) @Nullable String clientId,
            HttpServletRequest request) {
        return mailbox.with(channel, clientId, ClientAddress.of(request), found -> {
            channels.close(channel);
            return ResponseEntity.ok().build();
        });
    }

    /** Keeps what a client says went wrong in the security log, and ends the channel that it names. */
    @PostMapping("/report")
    ResponseEntity<Void> report(
            @RequestHeader(name = ID, required = false) @Nullable String clientId,
            @RequestHeader(name = "X-KeyExchange-Cid", required = false) @Nullable String channel,
            @RequestHeader(name = "X-KeyExchange-Log", required = false) @Nullable String header,
            HttpServletRequest request) {
        var clientAddress = ClientAddress.of(request);
        mailbox.requireWelcome(clientAddress);
        var text = (header == null ? "" : header) + new String(RequestBytes.of(request), UTF_8);
        if (text.isBlank() || text.length() > LONGEST_REPORT) {
            throw new Refusal(PidpError.of(400, 107, "A report has 1 to " + LONGEST_REPORT + " characters"));
        }
        audit.note(AuditLog.Happening.MAILBOX_REPORT, "", clientAddress);
        log.info("Mailbox report: {}", text.replaceAll("[^\\x20-\\x7e]", "?"));
        if (clientId != null && channel != null) {
            mailbox.with(channel, clientId, clientAddress, found -> {
                channels.close(channel);
                return true;
            });
        }
        return ResponseEntity.ok().build();
    }

    private static ResponseEntity.BodyBuilder json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header("Cache-Control", "no-store");
    }
}
