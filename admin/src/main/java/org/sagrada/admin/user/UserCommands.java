package org.sagrada.admin.user;

import picocli.CommandLine.Command;

/** {@code sagrada-admin user}. */
@Command(
        name = "user",
        description = "Users of the token service, and which node each has.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CountUsersCommand.class,
            ShowUserCommand.class,
            MoveUserCommand.class,
            ExportCommand.class,
            ImportCommand.class
        })
public final class UserCommands {}
