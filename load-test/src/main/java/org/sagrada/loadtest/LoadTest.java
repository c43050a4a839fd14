package org.sagrada.loadtest;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that puts load on the services and measures what they do with it. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the services beside what is beneath them, in one run.")
public final class LoadTest implements Callable<Integer> {

    private LoadTest() {}

    /** Ends with 0 when all was measured and no request failed, 1 when not, 2 when the command line is wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadTest()).execute(args));
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return CommandLine.ExitCode.OK;
    }
}
