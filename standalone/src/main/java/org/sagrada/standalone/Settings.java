package org.sagrada.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sagrada.service.url.PublicUrl;
import org.sagrada.standalone.database.DatabaseAddress;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * What an operator may say of the whole, from the command line, the environment or {@code sagrada.yaml}. What is said of one
 * service goes to that service as it stands.
 *
 * @param place where this process listens and keeps its data
 * @param ownPublicUrl what clients call it, if the operator said so
 * @param externalDatabase what {@code sagrada.database} names, so that the embedded one is not needed
 * @param ownMasterSecrets true when the operator brought some
 * @param ownIssuers true when the operator said whose assertions count
 * @param ownNodes true when the operator said where data is stored
 * @param ownEventReceivers true when the operator said who is told of accounts
 * @param ownTokenAdmin true when the operator brought a token for the token service's management
 * @param ownPidpAdmin true when the operator brought one for the PIdP's
 */
record Settings(
        Place place,
        @Nullable PublicUrl ownPublicUrl,
        @Nullable DatabaseAddress externalDatabase,
        boolean ownMasterSecrets,
        boolean ownIssuers,
        boolean ownNodes,
        boolean ownEventReceivers,
        boolean ownTokenAdmin,
        boolean ownPidpAdmin) {

    /**
     * The keys {@code sagrada.standalone.*}.
     *
     * @param address to listen on
     * @param port for everything that clients call; 0 takes any free one
     * @param managementAddress to listen on for metrics and administration
     * @param managementPort for metrics and administration; 0 takes any free one
     * @param dataDir kept across restarts; without it {@code $XDG_DATA_HOME/sagrada}
     * @param cacheDir may be lost at any time; without it {@code $XDG_CACHE_HOME/sagrada}
     */
    record Place(
            @DefaultValue("127.0.0.1") String address,
            @DefaultValue("8000") int port,
            @DefaultValue("127.0.0.1") String managementAddress,
            @DefaultValue("9000") int managementPort,
            @Nullable Path dataDir,
            @Nullable Path cacheDir) {

        /** The management port's host for whoever is on this machine. */
        String managementHost() {
            return switch (managementAddress) {
                case "0.0.0.0" -> "127.0.0.1";
                case "::" -> "[::1]";
                default -> managementAddress.contains(":") ? "[" + managementAddress + "]" : managementAddress;
            };
        }

        Path dataDirOrDefault() {
            return dataDir != null ? dataDir : base("XDG_DATA_HOME", ".local/share");
        }

        Path cacheDirOrDefault() {
            return cacheDir != null ? cacheDir : base("XDG_CACHE_HOME", ".cache");
        }

        private static Path base(String variable, String underHome) {
            var value = System.getenv(variable);
            // The XDG specification has a relative path count as unset.
            var base = value != null && value.startsWith("/")
                    ? Path.of(value)
                    : Path.of(System.getProperty("user.home"), underHome);
            return base.resolve("sagrada");
        }
    }

    /**
     * Reads them.
     *
     * @throws StartRefusal when a value has a wrong form or a key is unknown
     */
    static Settings read(List<String> arguments) {
        var builder = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(Map.of("spring.config.name", "sagrada", "logging.level.root", "warn"));
        try (var context = builder.run(arguments.toArray(String[]::new))) {
            return of(context.getEnvironment());
        }
    }

    /** What clients call a stack that listens on a port. */
    PublicUrl publicUrl(int port) {
        return ownPublicUrl != null ? ownPublicUrl : PublicUrl.parse("http://localhost:" + port);
    }

    private static Settings of(Environment environment) {
        try {
            var place = Binder.get(environment)
                    .bindOrCreate(
                            "sagrada.standalone",
                            Bindable.of(Place.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
            var url = environment.getProperty("sagrada.public-url");
            return new Settings(
                    place,
                    url == null ? null : PublicUrl.parse(url),
                    externalDatabase(environment),
                    isSet(environment, "sagrada.master-secrets"),
                    isSet(environment, "sagrada.token.issuers"),
                    isSet(environment, "sagrada.token.nodes"),
                    isSet(environment, "sagrada.pidp.event-receivers"),
                    isSet(environment, "sagrada.token.admin.token"),
                    isSet(environment, "sagrada.pidp.admin.token"));
        } catch (BindException e) {
            throw new StartRefusal("The configuration is not usable: " + innermost(e), e);
        } catch (IllegalArgumentException e) {
            throw new StartRefusal("sagrada.public-url: " + e.getMessage(), e);
        }
    }

    private static @Nullable DatabaseAddress externalDatabase(Environment environment) {
        var url = environment.getProperty("sagrada.database.url");
        return url == null
                ? null
                : new DatabaseAddress(
                        url,
                        environment.getProperty("sagrada.database.username", ""),
                        environment.getProperty("sagrada.database.password", ""));
    }

    private static boolean isSet(Environment environment, String key) {
        return Binder.get(environment).bind(key, Bindable.of(Object.class)).isBound();
    }

    private static String innermost(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getMessage() + " (" + cause.getMessage() + ")";
    }

    /** A context is needed only to read the configuration as the services do. */
    @SpringBootConfiguration
    static class Nothing {}
}
