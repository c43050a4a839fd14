package org.sagrada.admin.purge;

import picocli.CommandLine.Command;

/** {@code sagrada-admin purge}. */
@Command(
        name = "purge",
        description = "The deletion of replaced and deleted users' data from the nodes, which goes on by itself.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PurgeStatusCommand.class, PurgeNowCommand.class})
public final class PurgeCommands {}
