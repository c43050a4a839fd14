package org.sagrada.site;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a link within the repository leads.
 *
 * @param path from the repository's root
 * @param anchor of a heading there, or empty
 */
record Target(Path path, String anchor) {

    /** Nothing for links that lead out into the world. */
    static Optional<Target> of(Path from, String link) {
        if (link.matches("[a-z]+:.*")) {
            return Optional.empty();
        }
        var hash = link.indexOf('#');
        var file = hash < 0 ? link : link.substring(0, hash);
        var anchor = hash < 0 ? "" : link.substring(hash + 1);
        return Optional.of(
                new Target(file.isEmpty() ? from : from.resolveSibling(file).normalize(), anchor));
    }
}
