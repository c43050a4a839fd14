package org.sagrada.standalone;

/** What a person reads when everything is up: seven lines. */
final class Welcome {

    private Welcome() {}

    static String text(Stack stack) {
        var settings = stack.settings();
        var database = settings.externalDatabase() != null ? "" : "  (PostgreSQL included)";
        return """
               Sagrada is ready.
                 Listens at   http://%s:%d   clients know it as %s
                 Management   http://%s:%d/pidp/actuator/health   also under /token and /storage; metrics: .../actuator/prometheus
                 Data         %s%s
                 Administer   ./sagrada-admin --help%s
                 Next         watch a whole sync with  ./sagrada demo --server %s
                 Stop         Ctrl-C""".formatted(
                        host(settings.place().address()),
                        stack.port(),
                        stack.publicUrl(),
                        host(settings.place().managementAddress()),
                        stack.managementPort(),
                        settings.place().dataDirOrDefault(),
                        database,
                        settings.place().dataDir() == null
                                ? ""
                                : "   with --data-dir " + settings.place().dataDir(),
                        stack.publicUrl());
    }

    private static String host(String address) {
        return address.equals("127.0.0.1") ? "localhost" : address.contains(":") ? "[" + address + "]" : address;
    }
}
