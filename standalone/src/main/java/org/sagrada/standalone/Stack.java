package org.sagrada.standalone;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sagrada.pidp.PidpServiceApplication;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.standalone.data.AdminAccess;
import org.sagrada.standalone.data.DataDirectory;
import org.sagrada.standalone.data.Secrets;
import org.sagrada.standalone.database.EmbeddedDatabase;
import org.sagrada.standalone.front.Front;
import org.sagrada.standalone.front.Route;
import org.sagrada.standalone.service.HostedService;
import org.sagrada.storage.StorageServiceApplication;
import org.sagrada.token.TokenServiceApplication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of it, running: the data directory, the database, the three services, the two ports. */
final class Stack implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);
    private static final Duration DRAIN = Duration.ofMillis(1500);

    private final Settings settings;
    private final List<AutoCloseable> parts = new ArrayList<>();
    private @Nullable Front front;
    private @Nullable Front management;

    private Stack(Settings settings) {
        this.settings = settings;
    }

    /**
     * Starts everything, in an order that finds out what is impossible before it costs time.
     *
     * @param arguments the operator's, for the services too
     * @throws StartRefusal when the operator has to do something first; then nothing is left running
     */
    static Stack start(List<String> arguments) {
        var stack = new Stack(Settings.read(arguments));
        try {
            stack.open(arguments);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    /** The port for clients. */
    int port() {
        return front == null ? -1 : front.port();
    }

    /** What clients call it. */
    PublicUrl publicUrl() {
        return settings.publicUrl(port());
    }

    /** The port for metrics and administration. */
    int managementPort() {
        return management == null ? -1 : management.port();
    }

    private void open(List<String> operators) {
        var place = settings.place();
        var directory = opened(DataDirectory.open(place.dataDirOrDefault()));
        front = opened(Front.bind("http", place.address(), place.port()));
        management = opened(Front.bind("management", place.managementAddress(), place.managementPort()));
        var random = new SecureRandom();
        var secrets = Secrets.of(directory, random);
        var administration = AdminAccess.of(
                directory,
                "http://" + place.managementHost() + ":" + managementPort(),
                settings.ownTokenAdmin(),
                settings.ownPidpAdmin(),
                random);
        var arguments = new ArrayList<>(operators);
        arguments.addAll(ServiceArguments.of(settings, port(), secrets, administration));
        if (settings.externalDatabase() == null) {
            var database =
                    opened(EmbeddedDatabase.start(directory, place.cacheDirOrDefault(), secrets.databasePassword()));
            arguments.add("--sagrada.database.url=" + database.url());
            arguments.add("--sagrada.database.username=" + database.username());
            arguments.add("--sagrada.database.password=" + database.password());
        }
        var storage = opened(HostedService.start(StorageServiceApplication.class, "storage", arguments));
        var token = opened(HostedService.start(TokenServiceApplication.class, "token", arguments));
        var pidp = opened(HostedService.start(PidpServiceApplication.class, "pidp", arguments));
        front.open(List.of(
                Route.under(List.of("/2.0", "/1.5"), storage.adapter()),
                Route.under(List.of("/1.0", "/token"), token.adapter()),
                Route.rest(pidp.adapter())));
        management.open(List.of(
                Route.stripping("/storage", storage.management()),
                Route.stripping("/token", token.management()),
                Route.stripping("/pidp", pidp.management()),
                Route.rest(pidp.management())));
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.add(part);
        return part;
    }

    /** Stops everything within 5 s: new requests first, then the running ones, the services, the database. */
    @Override
    public void close() {
        if (front != null) {
            front.drain(DRAIN);
        }
        for (var part : parts.reversed()) {
            try {
                part.close();
            } catch (IOException e) {
                LOG.warn("While stopping", e);
            } catch (Exception e) {
                LOG.error("While stopping", e);
            }
        }
    }
}
