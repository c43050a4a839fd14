package org.sagrada.admin.user;

import org.sagrada.admin.api.Target;
import picocli.CommandLine.Parameters;

/** Which user a command is for. */
final class UserArgument {

    @Parameters(
            paramLabel = "USER",
            description = "uid@issuer, the principal of the user's certificates: not the address they sign in with.")
    private String user = "";

    @Override
    public String toString() {
        return user;
    }

    Target target() {
        return Target.of("admin", "users", user);
    }

    Target move() {
        return Target.of("admin", "users", user, "move");
    }
}
