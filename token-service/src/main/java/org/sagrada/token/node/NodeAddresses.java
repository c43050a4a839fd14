package org.sagrada.token.node;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Where this service reaches nodes whose URL leads elsewhere from here, as in a network of containers. */
public final class NodeAddresses {

    private final Map<String, String> byUrl;

    /** Addresses as configured. */
    public NodeAddresses(List<ConfiguredNode> nodes) {
        this.byUrl = nodes.stream()
                .filter(node -> node.address() != null)
                .collect(Collectors.toMap(
                        node -> node.url().toString(),
                        node -> Objects.requireNonNull(node.address()).toString()));
    }

    /** The address of a node; its URL where none is configured. */
    public String of(String url) {
        return byUrl.getOrDefault(url, url);
    }
}
