package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.bso.BsoRow;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.Page;
import org.sagrada.storage.wire.JsonBytes;
import org.sagrada.storage.wire.ListAnswer;
import org.sagrada.storage.wire.ListFormat;

/** A collection on its way to a client of 2.0 (section 2.2). */
final class Listing20 extends ListAnswer {

    private final Moment now;

    Listing20(HttpServletResponse response, ListFormat format, boolean full, Moment now) throws IOException {
        super(response, format, full, "{\"items\":[", "]}");
        this.now = now;
    }

    @Override
    protected void tell(HttpServletResponse response, Page page) {
        Headers20.tellRead(response, page.version(), page.storeVersion(), now);
        response.setHeader(Headers20.NUM_RECORDS, Long.toString(page.records()));
        if (page.next() != null) {
            response.setHeader(Headers20.NEXT_OFFSET, page.next().toToken());
        }
    }

    @Override
    protected void write(JsonBytes out, BsoRow row) throws IOException {
        record(out, row);
    }

    /** Writes a record as an object: id, version, timestamp in ms, sortindex where there is one, payload. */
    static void record(JsonBytes out, BsoRow row) throws IOException {
        out.raw("{\"id\":").string(row.id());
        out.raw(",\"version\":").number(row.version());
        out.raw(",\"timestamp\":").number(row.version() * 10);
        if (row.sortindex() != null) {
            out.raw(",\"sortindex\":").number(row.sortindex());
        }
        var payload = row.payload();
        if (payload != null) {
            out.raw(",\"payload\":").string(payload);
        }
        out.raw("}");
    }
}
