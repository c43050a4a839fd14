package org.sagrada.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** The program: one process, one port, the whole stack. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Standalone.Version.class,
        sortOptions = false,
        description = "Starts the whole Sagrada stack in one process: identity provider, token service and storage.",
        footer = {
            "",
            "Every configuration key may follow as --sagrada.KEY=VALUE, or be set as an environment variable",
            "(SAGRADA_PUBLIC_URL) or in sagrada.yaml beside the process. An external database:",
            "  --sagrada.database.url=jdbc:postgresql://HOST/NAME, with SAGRADA_DATABASE_USERNAME and",
            "  SAGRADA_DATABASE_PASSWORD in the environment."
        })
public final class Standalone implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Port for clients (default: 8000).")
    private @Nullable Integer port;

    @Option(names = "--address", paramLabel = "ADDRESS", description = "Address to listen on (default: 127.0.0.1).")
    private @Nullable String address;

    @Option(names = "--management-port", paramLabel = "PORT", description = "Port for metrics (default: 9000).")
    private @Nullable Integer managementPort;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What clients call this server (default: http://localhost:PORT).")
    private @Nullable String publicUrl;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the data is kept (default: $$XDG_DATA_HOME/sagrada or ~/.local/share/sagrada).")
    private @Nullable Path dataDir;

    @Option(
            names = "--export",
            paramLabel = "FILE",
            description = {
                "Write all data into a new file and end; the stack may run meanwhile.",
                "Keep the file as you would keep a key."
            })
    private @Nullable Path export;

    @Option(
            names = "--import",
            paramLabel = "FILE",
            description = "Read what --export wrote into a system without data, and end.")
    private @Nullable Path importFile;

    @Unmatched
    private List<String> others = new ArrayList<>();

    private Standalone() {}

    /** Ends with 0 when stopped, 1 when the stack could not start, 2 when the command line is wrong. */
    public static void main(String[] args) {
        var exit = new CommandLine(new Standalone()).execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() {
        var unknown = others.stream()
                .filter(argument -> !argument.matches("--[a-z]+\\..+"))
                .toList();
        if (!unknown.isEmpty()) {
            System.err.println("sagrada: unknown option " + unknown.getFirst() + "; see --help");
            return CommandLine.ExitCode.USAGE;
        }
        if (export != null && importFile != null) {
            System.err.println("sagrada: either --export or --import");
            return CommandLine.ExitCode.USAGE;
        }
        try {
            System.out.println(done());
            return CommandLine.ExitCode.OK;
        } catch (StartRefusal e) {
            System.err.println("sagrada: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        } catch (RuntimeException e) {
            System.err.println("sagrada: a service did not start; the lines above say which and why");
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Does what was asked for; what to say of it. */
    private String done() {
        if (export != null) {
            return new Transfer(Settings.read(arguments())).exportTo(export);
        }
        if (importFile != null) {
            return new Transfer(Settings.read(arguments())).importFrom(importFile);
        }
        var stack = Stack.start(arguments());
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stack::close));
        return Welcome.text(stack);
    }

    private List<String> arguments() {
        var arguments = new ArrayList<>(others);
        add(arguments, "sagrada.standalone.port", port);
        add(arguments, "sagrada.standalone.address", address);
        add(arguments, "sagrada.standalone.management-port", managementPort);
        add(arguments, "sagrada.standalone.data-dir", dataDir);
        add(arguments, "sagrada.public-url", publicUrl);
        return arguments;
    }

    private static void add(List<String> arguments, String key, @Nullable Object value) {
        if (value != null) {
            arguments.add("--" + key + "=" + value);
        }
    }

    /** This release's name. */
    static String release() {
        var version = Standalone.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Sagrada " + release()};
        }
    }
}
