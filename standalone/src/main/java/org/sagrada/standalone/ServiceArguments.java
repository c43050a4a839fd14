package org.sagrada.standalone;

import java.util.ArrayList;
import java.util.List;
import org.sagrada.standalone.data.AdminAccess;
import org.sagrada.standalone.data.Secrets;

/** What the services are told about one another, where the operator has not said it. */
final class ServiceArguments {

    private ServiceArguments() {}

    static List<String> of(Settings settings, int port, Secrets secrets, AdminAccess administration) {
        var arguments = new ArrayList<String>();
        var publicUrl = settings.publicUrl(port);
        if (settings.ownPublicUrl() == null) {
            // The operator's own reaches the services as it was given; said twice, it would be a list.
            arguments.add("--sagrada.public-url=" + publicUrl);
        }
        if (!settings.ownMasterSecrets()) {
            arguments.add("--sagrada.master-secrets[0]=" + secrets.masterSecret());
        }
        if (administration.tokenService() != null) {
            arguments.add("--sagrada.token.admin.token=" + administration.tokenService());
        }
        if (administration.pidp() != null) {
            arguments.add("--sagrada.pidp.admin.token=" + administration.pidp());
        }
        if (!settings.ownIssuers()) {
            // Whatever the public URL is and wherever it leads: the issuer is in this process.
            arguments.add("--sagrada.token.issuers[0].name=" + publicUrl.hostAndPort());
            arguments.add("--sagrada.token.issuers[0].base-url=http://127.0.0.1:" + port);
        }
        if (!settings.ownNodes()) {
            arguments.add("--sagrada.token.nodes[0].url=${sagrada.storage.public-url:" + publicUrl + "}");
            arguments.add("--sagrada.token.nodes[0].address=http://127.0.0.1:" + port);
        }
        if (!settings.ownEventReceivers()) {
            var receiver = "--sagrada.pidp.event-receivers[0].";
            arguments.add(receiver + "url=http://127.0.0.1:" + port + "/1.0/webhooks/fxa/events");
            arguments.add(receiver + "audience=${sagrada.token.public-url:" + publicUrl.origin() + "}");
        }
        return arguments;
    }
}
