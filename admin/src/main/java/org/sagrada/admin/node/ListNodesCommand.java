package org.sagrada.admin.node;

import java.util.concurrent.Callable;
import org.sagrada.admin.api.Service;
import org.sagrada.admin.command.CommandContext;
import org.sagrada.admin.output.Table;
import picocli.CommandLine.Command;

/** {@code sagrada-admin node list}. */
@Command(name = "list", description = "List the nodes with their load, capacity and state.")
final class ListNodesCommand implements Callable<Integer> {

    private final CommandContext context;

    ListNodesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NodeView[] nodes = NodeArgument.all(context.api(Service.TOKEN));
        Table table = new Table("ID", "URL", "USERS", "CAPACITY", "FULL", "STATE", "TO PURGE");
        for (NodeView node : nodes) {
            table.row(
                    node.id(),
                    node.url(),
                    node.load(),
                    node.capacity(),
                    node.capacity() == 0 ? "-" : "%.1f %%".formatted(100.0 * node.load() / node.capacity()),
                    node.state(),
                    node.replaced());
        }
        context.output().print(nodes, table);
        return 0;
    }
}
