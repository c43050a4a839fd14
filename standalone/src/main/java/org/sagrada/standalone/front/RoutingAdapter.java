package org.sagrada.standalone.front;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hands each request on a shared connection to the service whose path it names, by the raw bytes of the path.
 *
 * <p>Tomcat keeps its servlet request and response, which know one service only, as notes on the connection's request and
 * response. A connection may carry requests for several services, so each service's pair is put in place before it is called.
 */
final class RoutingAdapter implements Adapter {

    /** Any note number that Tomcat itself leaves free; it has 32 and uses the first few. */
    private static final int OURS = 20;

    private final List<Route> routes;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** The first route that takes a path gets it; the last has to take every path. */
    RoutingAdapter(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** How many requests are being answered. */
    int inFlight() {
        return inFlight.get();
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        inFlight.incrementAndGet();
        try {
            enter(request, response).service(request, response);
        } finally {
            inFlight.decrementAndGet();
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return enter(request, response).prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return current(request).asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        current(request).log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        current(request).checkRecycled(request, response);
    }

    /** None: nothing of this is shown through JMX. */
    @Override
    @SuppressWarnings("NullAway") // Tomcat's interface is not annotated; its endpoint asks for null with a null check.
    public String getDomain() {
        return null;
    }

    private Adapter enter(Request request, Response response) {
        var path = request.requestURI().getByteChunk();
        for (var i = 0; i < routes.size(); i++) {
            var route = routes.get(i);
            if (route.takes(path)) {
                pairs(request).enter(i, request, response);
                strip(route, request);
                return route.service();
            }
        }
        throw new IllegalStateException("No route takes every path");
    }

    private static void strip(Route route, Request request) {
        if (route.stripped() > 0) {
            var path = request.requestURI().getByteChunk();
            request.requestURI()
                    .setBytes(path.getBytes(), path.getStart() + route.stripped(), path.getLength() - route.stripped());
        }
    }

    /** The service that has the connection now; before its first request is read that is the last one. */
    private Adapter current(Request request) {
        var pairs = (Pairs) request.getNote(OURS);
        return pairs == null
                ? routes.getLast().service()
                : routes.get(pairs.current).service();
    }

    private Pairs pairs(Request request) {
        var pairs = (Pairs) request.getNote(OURS);
        if (pairs == null) {
            pairs = new Pairs(routes.size());
            request.setNote(OURS, pairs);
        }
        return pairs;
    }

    /** The servlet requests and responses of one connection, one pair for each service that it has spoken to. */
    private static final class Pairs {

        private final @Nullable Object[] requests;
        private final @Nullable Object[] responses;
        private int current;

        Pairs(int services) {
            this.requests = new Object[services];
            this.responses = new Object[services];
            this.current = services - 1;
        }

        void enter(int service, Request request, Response response) {
            requests[current] = request.getNote(CoyoteAdapter.ADAPTER_NOTES);
            responses[current] = response.getNote(CoyoteAdapter.ADAPTER_NOTES);
            current = service;
            request.setNote(CoyoteAdapter.ADAPTER_NOTES, requests[service]);
            response.setNote(CoyoteAdapter.ADAPTER_NOTES, responses[service]);
        }
    }
}
