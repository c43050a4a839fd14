package org.sagrada.scenario;

import org.sagrada.browsertest.server.Server;

/** The one system that all tests of this module use. */
final class SharedServer {

    static final String ADMIN_TOKEN = "scenario-test-admin-token";

    private static final Server SERVER = start();

    private SharedServer() {}

    static String url() {
        return "http://localhost:" + SERVER.port();
    }

    static String managementUrl() {
        return "http://localhost:" + SERVER.managementPort();
    }

    private static Server start() {
        // Passwords of tests need no protection, and there are many of them.
        var server = Server.start("--sagrada.pidp.admin.token=" + ADMIN_TOKEN, "--sagrada.pidp.scrypt.cost=1024");
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }
}
