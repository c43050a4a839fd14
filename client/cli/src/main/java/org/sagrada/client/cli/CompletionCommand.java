package org.sagrada.client.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code sagrada completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the script with which bash and zsh complete commands and options.",
            "Once, in the present shell:",
            "  source <(sagrada completion)",
            "For good, in bash: sagrada completion > ~/.local/share/bash-completion/completions/sagrada"
        })
final class CompletionCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec
    private @Nullable CommandSpec command;

    CompletionCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (command != null) {
            surroundings
                    .out()
                    .println(AutoComplete.bash("sagrada", command.root().commandLine()));
        }
        return 0;
    }
}
