package org.sagrada.token.node;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Makes the configured nodes before the first request; what an operator changed about a known one stays. */
public final class ConfiguredNodes implements SmartInitializingSingleton {

    private final List<ConfiguredNode> configured;
    private final NodeTable nodes;

    /** Nodes to make at the start. */
    public ConfiguredNodes(List<ConfiguredNode> configured, NodeTable nodes) {
        this.configured = configured;
        this.nodes = nodes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (ConfiguredNode node : configured) {
            nodes.addIfAbsent(node.url().toString(), node.capacity());
        }
    }
}
