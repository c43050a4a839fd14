package org.sagrada.admin.node;

import picocli.CommandLine.Command;

/** {@code sagrada-admin node}. */
@Command(
        name = "node",
        description = "Storage nodes of the token service.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListNodesCommand.class,
            AddNodeCommand.class,
            UpdateNodeCommand.class,
            DrainNodeCommand.class,
            UnassignNodeCommand.class,
            RemoveNodeCommand.class
        })
public final class NodeCommands {}
