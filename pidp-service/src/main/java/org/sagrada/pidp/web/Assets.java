package org.sagrada.pidp.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sagrada.model.crypto.Hex;
import org.sagrada.model.crypto.Sha256;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files under {@code static}, read once at the start. Their addresses hold a hash over all of them, so that a browser may keep
 * them for ever and a new version of the pages never meets an old file.
 */
@Component
final class Assets {

    private static final String ROOT = "org/sagrada/pidp/web/static/";
    private static final int VERSION_DIGITS = 16;

    private final SortedMap<String, Asset> files;
    private final String version;

    Assets() {
        this.files = read();
        this.version = version(files);
    }

    /** What addresses of files begin with, below the public URL: no slash before it, one at its end. */
    String base() {
        return "assets/" + version + "/";
    }

    boolean isCurrent(String named) {
        return named.equals(version);
    }

    /** The file at a path such as {@code js/main.js}. */
    Optional<Asset> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The texts of the pages in a language. */
    Map<String, String> messages(PageLanguage language) {
        var file = find("messages/" + language.tag() + ".json").orElseThrow();
        return JsonMapper.shared().readValue(file.content(), new TypeReference<>() {});
    }

    private static SortedMap<String, Asset> read() {
        var files = new TreeMap<String, Asset>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath:" + ROOT + "**")) {
                var url = resource.getURL().toString();
                var path = url.substring(url.indexOf(ROOT) + ROOT.length());
                if (!path.isEmpty() && !path.endsWith("/") && resource.isReadable()) {
                    files.put(path, Asset.of(path, resource.getContentAsString(UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private static String version(SortedMap<String, Asset> files) {
        var summary = new StringBuilder();
        files.forEach((path, file) -> summary.append(path)
                .append(' ')
                .append(Hex.encode(Sha256.hash(file.content().getBytes(UTF_8))))
                .append('\n'));
        return Hex.encode(Sha256.hash(summary.toString().getBytes(UTF_8))).substring(0, VERSION_DIGITS);
    }
}
