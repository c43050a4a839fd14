package org.sagrada.client.storage;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.storage.StorageRequests.Call;

/** Reads a collection page by page, all pages of one version of it. */
final class Pages {

    private static final int PAGE = 1000;

    private final StorageRequests requests;
    private final String path;
    private final BsoQuery query;
    private final @Nullable Long unmodifiedSince;

    Pages(StorageRequests requests, String path, BsoQuery query, @Nullable Long unmodifiedSince) {
        this.requests = requests;
        this.path = path;
        this.query = query;
        this.unmodifiedSince = unmodifiedSince;
    }

    /** Hands over each line, and returns the collection's version: 0 if there is none. */
    long read(boolean full, Consumer<String> line) {
        Integer limit = query.limit();
        int left = limit == null ? Integer.MAX_VALUE : limit;
        Long version = unmodifiedSince;
        String offset = null;
        do {
            String target = path + "?" + query.toQuery(requests.dialect(), full, Math.min(PAGE, left), offset);
            try (HttpLines lines = requests.open(new Call("GET", target, null, version))) {
                version = requests.version(lines.headers());
                for (String text = lines.next(); text != null; text = lines.next()) {
                    line.accept(text);
                    left--;
                }
                offset = lines.headers().get(requests.dialect().offsetHeader()).orElse(null);
            } catch (StorageException.NotFound none) {
                return 0;
            }
        } while (offset != null && left > 0);
        return version;
    }
}
