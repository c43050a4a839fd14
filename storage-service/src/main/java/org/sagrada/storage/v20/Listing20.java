package org.sagrada.storage.v20;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.bso.BsoRow;
import org.sagrada.storage.bso.Listing;
import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.bso.Page;
import org.sagrada.storage.load.AnswerBuffer;
import org.sagrada.storage.wire.JsonBytes;
import org.sagrada.storage.wire.ListBody;
import org.sagrada.storage.wire.ListFormat;

/** A collection on its way to a client of 2.0 (section 2.2). */
final class Listing20 implements Listing {

    private final HttpServletResponse response;
    private final ListBody body;
    private final ListFormat format;
    private final boolean full;
    private final Moment now;

    Listing20(HttpServletResponse response, ListFormat format, boolean full, Moment now) throws IOException {
        AnswerBuffer.prepare(response);
        this.response = response;
        this.body = new ListBody(new JsonBytes(response.getOutputStream()), format, "{\"items\":[", "]}");
        this.format = format;
        this.full = full;
        this.now = now;
    }

    @Override
    public void begin(Page page) throws IOException {
        Headers20.tellRead(response, page.version(), page.storeVersion(), now);
        response.setHeader(Headers20.NUM_RECORDS, Long.toString(page.records()));
        if (page.next() != null) {
            response.setHeader(Headers20.NEXT_OFFSET, page.next().toToken());
        }
        response.setContentType(format.mediaType());
        body.begin();
    }

    @Override
    public void next(BsoRow row) throws IOException {
        if (full) {
            body.add(out -> write(out, row));
        } else {
            body.add(out -> out.string(row.id()));
        }
    }

    @Override
    public void end() throws IOException {
        body.end();
    }

    /** Writes a record as an object: id, version, timestamp in ms, sortindex where there is one, payload. */
    static void write(JsonBytes out, BsoRow row) throws IOException {
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
