package org.sagrada.pidp.request;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.sagrada.pidp.error.PidpError;
import org.sagrada.pidp.error.Refusal;

/** A query that is passed on to a page as it came. */
public final class PassedQuery {

    /** In characters: more than any mail ever held, and little enough for an answer's head. */
    private static final int LONGEST = 4096;

    private PassedQuery() {}

    /** The address with the request's query, where it has one; one that fits into no address is refused with errno 107. */
    public static URI to(String address, HttpServletRequest request) {
        var query = request.getQueryString();
        try {
            if (query == null || query.length() <= LONGEST) {
                return new URI(query == null ? address : address + "?" + query);
            }
        } catch (URISyntaxException e) {
            // Falls through: no browser could follow it.
        }
        throw new Refusal(PidpError.invalidParameter("query"));
    }
}
