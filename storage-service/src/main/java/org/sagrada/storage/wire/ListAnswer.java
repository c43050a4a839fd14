package org.sagrada.storage.wire;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sagrada.storage.bso.BsoRow;
import org.sagrada.storage.bso.Listing;
import org.sagrada.storage.bso.Page;
import org.sagrada.storage.load.AnswerBuffer;

/** A collection on its way to a client. Headers and records look as the client's protocol has them. */
public abstract class ListAnswer implements Listing {

    private final HttpServletResponse response;
    private final ListBody body;
    private final ListFormat format;
    private final boolean full;

    /**
     * Prepares an answer of which nothing is written yet.
     *
     * @param full whole records, instead of their ids
     * @param opening of a list as JSON, before its first element
     * @param closing of it, after its last
     */
    protected ListAnswer(HttpServletResponse response, ListFormat format, boolean full, String opening, String closing)
            throws IOException {
        AnswerBuffer.prepare(response);
        this.response = response;
        this.body = new ListBody(new JsonBytes(response.getOutputStream()), format, opening, closing);
        this.format = format;
        this.full = full;
    }

    /** Sets the headers that tell about the page. */
    protected abstract void tell(HttpServletResponse response, Page page);

    /** Writes a whole record as an object. */
    protected abstract void write(JsonBytes out, BsoRow row) throws IOException;

    @Override
    public final void begin(Page page) throws IOException {
        tell(response, page);
        response.setContentType(format.mediaType());
        body.begin();
    }

    @Override
    public final void next(BsoRow row) throws IOException {
        if (full) {
            body.add(out -> write(out, row));
        } else {
            body.add(out -> out.string(row.id()));
        }
    }

    @Override
    public final void end() throws IOException {
        body.end();
    }
}
