package org.sagrada.pidp.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The words of a mail, out of the resource bundle of the reader's language, in the frame {@code frame.html}.
 *
 * @param text the plain form
 * @param html the same with a button and larger codes
 */
record MailText(String subject, String text, String html) {

    private static final String BUNDLE = "org.sagrada.pidp.mail.texts";
    private static final String FRAME = frame();

    static MailText of(Mail mail, @Nullable String link) {
        var texts = ResourceBundle.getBundle(
                BUNDLE,
                mail.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var template = mail.kind().template();
        var subject = texts.getString(template + ".subject");
        var body = format(texts.getString(template + ".text"), mail.locale(), mail.recipient());
        var footer = texts.getString("footer");
        var text = new StringBuilder(body);
        var html = new StringBuilder(paragraph(body));
        if (link != null) {
            text.append("\n\n").append(link);
            html.append("<p><a class=\"button\" href=\"")
                    .append(HtmlUtils.htmlEscape(link))
                    .append("\">")
                    .append(HtmlUtils.htmlEscape(subject))
                    .append("</a></p>");
        }
        if (mail.code() != null) {
            var lead = texts.getString("code");
            text.append("\n\n").append(lead).append(' ').append(mail.code());
            html.append(paragraph(lead))
                    .append("<p class=\"code\">")
                    .append(mail.code())
                    .append("</p>");
        }
        text.append("\n\n-- \n").append(footer).append('\n');
        return new MailText(
                subject,
                text.toString(),
                FRAME.replace("{{language}}", texts.getString("language"))
                        .replace("{{subject}}", HtmlUtils.htmlEscape(subject))
                        .replace("{{body}}", html)
                        .replace("{{footer}}", HtmlUtils.htmlEscape(footer)));
    }

    private static String format(String pattern, Locale locale, String recipient) {
        return new MessageFormat(pattern, locale).format(new Object[] {recipient});
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text) + "</p>";
    }

    private static String frame() {
        try (var in = MailText.class.getResourceAsStream("frame.html")) {
            if (in == null) {
                throw new IllegalStateException("frame.html is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
