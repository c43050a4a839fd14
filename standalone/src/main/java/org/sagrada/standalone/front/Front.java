package org.sagrada.standalone.front;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;
import org.sagrada.standalone.StartRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port of this process. It is taken first, so that a taken one is known before anything else starts; whoever connects waits
 * until {@link #open} says who answers.
 */
public final class Front implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final int HEADER_BYTES = 32 * 1024;
    private static final int SWALLOWED_BYTES = 64 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final String RELAXED = "<>[\\]^`{|}\"";

    private final Http11NioProtocol protocol;
    private final VirtualThreadExecutor workers;
    private final ScheduledExecutorService chores;
    private @Nullable RoutingAdapter routing;

    private Front(Http11NioProtocol protocol, VirtualThreadExecutor workers, ScheduledExecutorService chores) {
        this.protocol = protocol;
        this.workers = workers;
        this.chores = chores;
    }

    /**
     * Takes a port.
     *
     * @param address a name or number of this machine
     * @param port 0 takes any free one
     * @throws StartRefusal when it is not to be had
     */
    public static Front bind(String name, String address, int port) {
        var protocol = new Http11NioProtocol();
        var workers = new VirtualThreadExecutor(name + "-");
        var chores = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name + "-chores").factory());
        protocol.setExecutor(workers);
        protocol.setUtilityExecutor(chores);
        protocol.setPort(port);
        protocol.setMaxHttpRequestHeaderSize(HEADER_BYTES);
        protocol.setMaxSwallowSize(SWALLOWED_BYTES);
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setConnectionTimeout((int) IDLE.toMillis());
        protocol.setRelaxedPathChars(RELAXED);
        protocol.setRelaxedQueryChars(RELAXED);
        protocol.setAdapter(new RoutingAdapter(List.of()));
        try {
            protocol.setAddress(InetAddress.getByName(address));
            protocol.init();
        } catch (UnknownHostException e) {
            throw new StartRefusal("There is no address " + address + " to listen on.", e);
        } catch (BindException e) {
            throw new StartRefusal(
                    "Port " + port + " on " + address
                            + " is taken or not allowed: stop what listens there, or give another port.",
                    e);
        } catch (Exception e) {
            throw new StartRefusal("Port " + port + " on " + address + " cannot be used: " + e.getMessage(), e);
        }
        return new Front(protocol, workers, chores);
    }

    /** The port that was taken. */
    public int port() {
        return protocol.getLocalPort();
    }

    /** Begins to answer. The first route whose prefix fits gets a request; the last takes the rest. */
    public void open(List<Route> routes) {
        var adapter = new RoutingAdapter(routes);
        routing = adapter;
        protocol.setAdapter(adapter);
        try {
            protocol.start();
        } catch (Exception e) {
            throw new IllegalStateException("The port " + port() + " does not open", e);
        }
    }

    /** Takes no new connection, and waits for requests that are being answered, but not longer than the time given. */
    public void drain(Duration patience) {
        try {
            protocol.closeServerSocketGraceful();
            protocol.pause();
            var deadline = System.nanoTime() + patience.toNanos();
            while (routing != null && routing.inFlight() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("The port {} did not drain", port(), e);
        }
    }

    /** Gives the port back. */
    @Override
    public void close() throws IOException {
        try {
            protocol.stop();
            protocol.destroy();
        } catch (Exception e) {
            throw new IOException("The port did not close", e);
        } finally {
            workers.shutdown();
            chores.shutdownNow();
        }
    }
}
