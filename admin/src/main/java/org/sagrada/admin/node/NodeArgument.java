package org.sagrada.admin.node;

import java.util.Arrays;
import org.sagrada.admin.api.AdminException;
import org.sagrada.admin.api.ManagementApi;
import org.sagrada.admin.api.Target;
import picocli.CommandLine.Parameters;

/** Which node a command is for. */
final class NodeArgument {

    @Parameters(paramLabel = "NODE", description = "URL or number of the node.")
    private String node = "";

    /** The node as it is now. */
    NodeView in(ManagementApi api) {
        String url = node.replaceAll("/+$", "");
        return Arrays.stream(all(api))
                .filter(view ->
                        view.url().equals(url) || Long.toString(view.id()).equals(node))
                .findFirst()
                .orElseThrow(() -> AdminException.refused(
                        "there is no node " + node + "; 'sagrada-admin node list' shows those there are"));
    }

    static NodeView[] all(ManagementApi api) {
        return api.get(Target.of("admin", "nodes"), NodeView[].class);
    }
}
