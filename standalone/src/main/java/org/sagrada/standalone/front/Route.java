package org.sagrada.standalone.front;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.coyote.Adapter;
import org.apache.tomcat.util.buf.ByteChunk;

/** Which paths go to which service. A prefix counts as whole path segments from the root, like {@code /2.0}. */
public final class Route {

    private final List<byte[]> prefixes;
    private final int stripped;
    private final Adapter service;

    private Route(List<String> prefixes, int stripped, Adapter service) {
        this.prefixes = prefixes.stream()
                .map(prefix -> prefix.getBytes(StandardCharsets.US_ASCII))
                .toList();
        this.stripped = stripped;
        this.service = service;
    }

    /** Paths that are, or lie below, one of the prefixes; the service sees them whole. */
    public static Route under(List<String> prefixes, Adapter service) {
        return new Route(prefixes, 0, service);
    }

    /** Paths below a prefix, which the service does not see. */
    public static Route stripping(String prefix, Adapter service) {
        return new Route(List.of(prefix), prefix.length(), service);
    }

    /** Every path that no other route has. */
    public static Route rest(Adapter service) {
        return new Route(List.of(), 0, service);
    }

    /** The service's own way in. */
    Adapter service() {
        return service;
    }

    boolean takes(ByteChunk path) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(prefix -> begins(path, prefix));
    }

    /** How many bytes of the path the service does not see. */
    int stripped() {
        return stripped;
    }

    private boolean begins(ByteChunk path, byte[] prefix) {
        if (path.getLength() < prefix.length) {
            return false;
        }
        var bytes = path.getBytes();
        var start = path.getStart();
        for (var i = 0; i < prefix.length; i++) {
            if (bytes[start + i] != prefix[i]) {
                return false;
            }
        }
        return path.getLength() == prefix.length ? stripped == 0 : bytes[start + prefix.length] == '/';
    }
}
