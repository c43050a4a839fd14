package org.sagrada.admin.user;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.api.Target;
import org.sagrada.admin.command.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sagrada-admin user count}. */
@Command(name = "count", description = "Count the users.")
final class CountUsersCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Only what was there by then, such as 2026-01-31T00:00:00Z (default: now).")
    private @Nullable Instant until;

    private record Counts(long users, long replaced, long retired) {}

    CountUsersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Target users = Target.of("admin", "users");
        Counts counts = context.api(Service.TOKEN)
                .get(until == null ? users : users.with("createdUntil", until.toEpochMilli()), Counts.class);
        context.output()
                .print(
                        counts,
                        counts.users() + " users; " + counts.replaced() + " replaced records, of which "
                                + counts.retired() + " are of deleted accounts.");
        return 0;
    }
}
