package org.sagrada.browsertest.pages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** The mail server that takes what the server sends. */
final class Post implements AutoCloseable {

    private final GreenMail server;

    private Post(GreenMail server) {
        this.server = server;
    }

    static Post open() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Post(server);
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** What a header says of the newest mail to somebody that has it: a code, or the link. */
    String await(String email, String header) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> newest(email, header), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> newest(String email, String header) {
        return mails().stream()
                .filter(mail -> value(mail, "To").contains(email))
                .map(mail -> value(mail, header))
                .filter(value -> !value.isEmpty())
                .reduce((earlier, later) -> later);
    }

    private List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    private static String value(MimeMessage mail, String header) {
        try {
            var values = mail.getHeader(header);
            return values == null ? "" : values[0].replaceAll("\\s", "");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
