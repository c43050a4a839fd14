package org.sagrada.storage.auth;

import org.sagrada.storage.bso.Moment;
import org.sagrada.storage.wire.QueryString;

/** A request to a user's data whose sender is proven: what a handler works with. */
public final class StorageCall {

    private final long user;
    private final Moment now;
    private final QueryString query;
    private final byte[] body;

    StorageCall(long user, Moment now, QueryString query, byte[] body) {
        this.user = user;
        this.now = now;
        this.query = query;
        this.body = body;
    }

    /** Whose data. */
    public long user() {
        return user;
    }

    /** When it arrived. */
    public Moment now() {
        return now;
    }

    /** The parameters of the target. */
    public QueryString query() {
        return query;
    }

    /** The body of a PUT or POST, whole; empty otherwise. Not to be changed. */
    public byte[] body() {
        return body;
    }
}
