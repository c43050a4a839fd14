package org.sagrada.pidp.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The document of every page, in each language. Its scripts show the page that the address names; without them it says what is
 * missing. The document of an error needs no scripts.
 */
@Component
final class PageDocument {

    private final PageSettings settings;
    private final Assets assets;
    private final Map<PageLanguage, Map<String, String>> messages = new EnumMap<>(PageLanguage.class);
    private final Map<PageLanguage, byte[]> pages = new EnumMap<>(PageLanguage.class);
    private final String errorTemplate = template("error.html");

    PageDocument(PageSettings settings, Assets assets) {
        this.settings = settings;
        this.assets = assets;
        var template = template("page.html");
        for (var language : PageLanguage.values()) {
            messages.put(language, assets.messages(language));
            pages.put(language, fill(template, language).getBytes(UTF_8));
        }
    }

    /** The page in a language, as UTF-8. */
    byte[] page(PageLanguage language) {
        return pages.getOrDefault(language, new byte[0]);
    }

    /** What to show in the place of a page that there is not, or that failed. */
    byte[] error(PageLanguage language, int status) {
        var kind = status == 404 ? "notFound" : status == 503 ? "unavailable" : status < 500 ? "badRequest" : "broken";
        return fill(errorTemplate, language)
                .replace("{{status}}", Integer.toString(status))
                .replace("{{headline}}", message(language, "errorPage." + kind + ".title"))
                .replace("{{advice}}", message(language, "errorPage." + kind + ".text"))
                .getBytes(UTF_8);
    }

    private String fill(String template, PageLanguage language) {
        var tokenServer = settings.tokenServer();
        return template.replace("{{language}}", language.tag())
                .replace("{{root}}", settings.publicUrl().pathPrefix() + "/")
                .replace("{{assets}}", settings.publicUrl().pathPrefix() + "/" + assets.base())
                .replace(
                        "{{publicUrl}}",
                        HtmlUtils.htmlEscape(settings.publicUrl().toString()))
                .replace("{{tokenServer}}", tokenServer == null ? "" : HtmlUtils.htmlEscape(tokenServer.toString()))
                .replace("{{signUp}}", settings.signUp())
                .replace("{{noScript.title}}", message(language, "noScript.title"))
                .replace("{{noScript.text}}", message(language, "noScript.text"))
                .replace("{{tagline}}", message(language, "tagline"))
                .replace("{{skip}}", message(language, "skip"))
                .replace("{{loading}}", message(language, "loading"))
                .replace("{{home}}", message(language, "errorPage.home"));
    }

    private String message(PageLanguage language, String key) {
        var text = messages.getOrDefault(language, Map.of()).get(key);
        if (text == null) {
            throw new IllegalStateException("There is no text " + key + " in " + language);
        }
        return HtmlUtils.htmlEscape(text, UTF_8.name());
    }

    private static String template(String name) {
        try {
            return new ClassPathResource(name, PageDocument.class).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
