package org.sagrada.standalone.service;

import java.util.ArrayList;
import java.util.List;
import org.apache.coyote.Adapter;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.launch.ServiceLauncher;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A service that runs in this process just as it would alone: its own application context, defaults, beans and migrations. Only
 * its two ports are missing: requests come in through its Tomcat's adapters.
 */
public final class HostedService implements AutoCloseable {

    private static final String PROCESS = "sagrada-standalone";

    private final ConfigurableApplicationContext context;
    private final Adapter adapter;
    private final Adapter management;

    private HostedService(ConfigurableApplicationContext context, Adapter adapter, Adapter management) {
        this.context = context;
        this.adapter = adapter;
        this.management = management;
    }

    /**
     * Starts a service.
     *
     * @param arguments {@code --key=value}, above every other source of configuration
     */
    public static HostedService start(Class<?> application, String name, List<String> arguments) {
        var servers = new Servers();
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(
                "--server.port=-1",
                "--server.shutdown=immediate",
                "--sagrada.drain-time=0s",
                // A port for a moment: there is no way to ask for a management server without one.
                "--management.server.port=0",
                "--management.server.address=127.0.0.1",
                "--logging.register-shutdown-hook=false"));
        var context = ServiceLauncher.of(application, name)
                // A person starts this in a terminal: only what matters.
                .properties(
                        "logging.level.root=warn",
                        "logging.level.org.sagrada=info",
                        // It is one for the whole process, and would be wrong for two of three.
                        "logging.include-application-name=false",
                        "logging.structured.ecs.service.name=" + PROCESS,
                        "logging.structured.gelf.host=" + PROCESS)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .listeners(servers)
                .run(all.toArray(String[]::new));
        try {
            return new HostedService(context, adapter(servers.main()), unbound(servers.management()));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    /** The way in for the protocol's requests. */
    public Adapter adapter() {
        return adapter;
    }

    /** The way in for metrics, health and administration. */
    public Adapter management() {
        return management;
    }

    /** Stops the service. Requests should have ended. */
    @Override
    public void close() {
        context.close();
    }

    private static Adapter adapter(TomcatWebServer server) {
        return server.getTomcat().getConnector().getProtocolHandler().getAdapter();
    }

    private static Adapter unbound(TomcatWebServer server) {
        try {
            server.getTomcat().getConnector().getProtocolHandler().stop();
        } catch (Exception e) {
            throw new IllegalStateException("The management server does not give its port back", e);
        }
        return adapter(server);
    }

    /** Catches the service's two web servers as they come up. */
    private static final class Servers implements ApplicationListener<WebServerInitializedEvent> {

        private @Nullable WebServer main;
        private @Nullable WebServer management;

        @Override
        public void onApplicationEvent(WebServerInitializedEvent event) {
            if ("management".equals(event.getApplicationContext().getServerNamespace())) {
                management = event.getWebServer();
            } else {
                main = event.getWebServer();
            }
        }

        TomcatWebServer main() {
            return tomcat(main);
        }

        TomcatWebServer management() {
            return tomcat(management);
        }

        private static TomcatWebServer tomcat(@Nullable WebServer server) {
            if (server instanceof TomcatWebServer tomcat) {
                return tomcat;
            }
            throw new IllegalStateException("The service has started without its web server");
        }
    }
}
