package org.sagrada.token.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A node as the operator wrote it.
 *
 * @param capacity how many users it may have when it is first made; later the node's row decides
 * @param address where this service reaches the node, if that isn't the URL; requests are still signed for the URL
 * @param masterSecrets the node's own, newest first; empty: those that all nodes share
 */
public record ConfiguredNode(
        PublicUrl url,
        @Nullable PublicUrl address,
        @DefaultValue("100000") long capacity,
        @DefaultValue List<String> masterSecrets) {

    @Override
    public String toString() {
        return "ConfiguredNode[" + url + "]";
    }
}
