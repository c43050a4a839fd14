package org.sagrada.storage.bso;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Patches as the arrays that a set-based statement takes: a null keeps, a value that is no legal one clears. */
public final class PatchColumns {

    private static final Integer CLEAR_SORTINDEX = Integer.MIN_VALUE;
    private static final Long CLEAR_TTL = -1L;

    private PatchColumns() {}

    /** The arrays {@code ids}, {@code payloads}, {@code sortindexes} and {@code ttls}, all of one length. */
    public static Map<String, Object> of(List<BsoPatch> patches) {
        var ids = new String[patches.size()];
        var payloads = new @Nullable String[ids.length];
        var sortindexes = new @Nullable Integer[ids.length];
        var ttls = new @Nullable Long[ids.length];
        for (var i = 0; i < ids.length; i++) {
            var patch = patches.get(i);
            ids[i] = patch.id();
            payloads[i] = patch.payload();
            switch (patch.sortindex()) {
                case Edit.Keep keep -> {}
                case Edit.Clear clear -> sortindexes[i] = CLEAR_SORTINDEX;
                case Edit.To to -> sortindexes[i] = to.value();
            }
            switch (patch.ttl()) {
                case Edit.Keep keep -> {}
                case Edit.Clear clear -> ttls[i] = CLEAR_TTL;
                case Edit.To to -> ttls[i] = (long) to.value();
            }
        }
        return Map.of("ids", ids, "payloads", payloads, "sortindexes", sortindexes, "ttls", ttls);
    }
}
