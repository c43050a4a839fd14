package org.sagrada.token.issue;

/**
 * What tokens are given for.
 *
 * @param name first part of the path, such as {@code sync}
 * @param version second part, such as {@code 2.0}
 * @param endpoint the user's address on the node, with {@code {node}} and {@code {uid}} to be filled in
 */
public record Application(String name, String version, String endpoint) {

    /** Checks the pattern. */
    public Application {
        if (!endpoint.contains("{node}") || !endpoint.contains("{uid}")) {
            throw new IllegalArgumentException(
                    "sagrada.token.applications: an endpoint has {node} and {uid}, like {node}/2.0/{uid}");
        }
    }

    String endpoint(String node, long uid) {
        return endpoint.replace("{node}", node).replace("{uid}", Long.toString(uid));
    }
}
