package org.sagrada.storage.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagrada.storage.bso.BsoPatch;

/**
 * Which records of a POST to write, and why not the others. Places and bytes are given out in the order of the body; a record that
 * has no place is the client's to send again.
 *
 * @param accepted to write
 * @param failed ids and reasons
 */
public record PostPlan(List<BsoPatch> accepted, Map<String, String> failed) {

    /** Plans a POST of which at most so many records, payload bytes in all, and payload bytes in each are taken. */
    public static PostPlan of(List<ParsedBso> records, int mostRecords, long mostBytes, long mostPayload) {
        var accepted = new ArrayList<BsoPatch>();
        var failed = new LinkedHashMap<String, String>();
        var bytes = 0L;
        for (var i = 0; i < records.size(); i++) {
            switch (records.get(i)) {
                case ParsedBso.Bad bad -> failed.put(String.valueOf(bad.id()), bad.reason());
                case ParsedBso.Good good -> {
                    var patch = good.patch();
                    if (i >= mostRecords) {
                        failed.put(patch.id(), "retry bso");
                    } else if (patch.payloadBytes() > mostPayload) {
                        failed.put(patch.id(), "payload too large");
                    } else if (bytes + patch.payloadBytes() > mostBytes) {
                        failed.put(patch.id(), "retry bytes");
                    } else {
                        bytes += patch.payloadBytes();
                        accepted.add(patch);
                    }
                }
            }
        }
        return new PostPlan(accepted, failed);
    }

    /** The ids that are written, in the order of the body. */
    public List<String> success() {
        return accepted.stream().map(BsoPatch::id).toList();
    }
}
