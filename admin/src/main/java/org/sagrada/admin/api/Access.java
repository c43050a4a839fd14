package org.sagrada.admin.api;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * How to get in: the options, then the environment, then the operator's configuration file, then that of a standalone
 * server on this machine. No secret is ever an option's value, which others on the machine could read.
 */
public final class Access {

    private static final String FILE = "admin.properties";

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Management address of the service that the command is for.")
    private @Nullable URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File that holds the token of its management API.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Addresses and tokens (default: $$XDG_CONFIG_HOME/sagrada/admin.properties).")
    private @Nullable Path config;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data directory of a standalone server (default: $$XDG_DATA_HOME/sagrada).")
    private @Nullable Path dataDir;

    /**
     * The management API of a service.
     *
     * @param environment variables by name
     */
    public ManagementApi open(Service service, Map<String, String> environment, Path home) {
        List<AccessSource> sources = sources(service, environment, home);
        URI address = url != null
                ? url
                : first(sources, AccessSource::url)
                        .map(URI::create)
                        .orElseGet(() -> URI.create(service.usualAddress()));
        String token = tokenFile != null
                ? AccessFile.secret(tokenFile)
                : first(sources, AccessSource::token).orElseThrow(() -> howToGetIn(service, environment, home));
        return new ManagementApi(service, address, token);
    }

    private List<AccessSource> sources(Service service, Map<String, String> environment, Path home) {
        List<AccessSource> sources = new ArrayList<>();
        if (config != null) {
            sources.add(AccessFile.read(config, service));
        }
        if (dataDir != null) {
            sources.add(AccessFile.read(dataDir.resolve(FILE), service));
        }
        sources.add(AccessSource.ofEnvironment(service, environment));
        for (Path usual : List.of(configFile(environment, home), dataFile(environment, home))) {
            if (Files.exists(usual)) {
                sources.add(AccessFile.read(usual, service));
            }
        }
        return sources;
    }

    private static Optional<String> first(
            List<AccessSource> sources, java.util.function.Function<AccessSource, @Nullable String> part) {
        return sources.stream().map(part).filter(Objects::nonNull).findFirst();
    }

    private static AdminException howToGetIn(Service service, Map<String, String> environment, Path home) {
        return AdminException.refused("no token for the management API of the " + service.title() + ". Set "
                + AccessSource.tokenVariable(service) + ", or write " + AccessFile.tokenKey(service) + "=... to "
                + configFile(environment, home) + " (mode 0600), or name the data directory of a standalone server with"
                + " --data-dir.");
    }

    private static Path configFile(Map<String, String> environment, Path home) {
        return base(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }

    private static Path dataFile(Map<String, String> environment, Path home) {
        return base(environment, "XDG_DATA_HOME", home.resolve(".local/share"));
    }

    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        // The XDG specification has a relative path count as unset.
        return (value.startsWith("/") ? Path.of(value) : otherwise)
                .resolve("sagrada")
                .resolve(FILE);
    }
}
