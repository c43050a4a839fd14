package org.sagrada.service.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How one service's protocol shows itself on its edge: the error bodies, and the clock that every answer carries. */
public interface EdgeErrors {

    /**
     * Writes status, headers and body. {@code Allow}, {@code Retry-After} and {@code Connection} are already there; a body for
     * HEAD is dropped by the container.
     */
    void answer(EdgeFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Sets the protocol's clock header; called before anything else happens to a request. */
    void stampClock(HttpServletRequest request, HttpServletResponse response);
}
