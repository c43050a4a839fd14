package org.sagrada.token.node;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagrada.model.token.TokenSecrets;

/** The master secrets of each node: its own where it has some, else those that all share. */
public final class NodeSecrets {

    private final TokenSecrets shared;
    private final Map<String, TokenSecrets> own;

    /** Secrets as configured, newest first. */
    public NodeSecrets(List<String> shared, List<ConfiguredNode> nodes) {
        this.shared = TokenSecrets.newestFirst(shared);
        this.own = nodes.stream()
                .filter(node -> !node.masterSecrets().isEmpty())
                .collect(Collectors.toMap(
                        node -> node.url().toString(), node -> TokenSecrets.newestFirst(node.masterSecrets())));
    }

    /** The secrets that a node of this URL knows. */
    public TokenSecrets of(String url) {
        return own.getOrDefault(url, shared);
    }
}
