package org.sagrada.token.admin;

/** What an operator asked for can't be done; the message says why. */
final class AdminProblem extends RuntimeException {

    private final int status;

    AdminProblem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    static AdminProblem notFound(String what) {
        return new AdminProblem(404, "There is no such " + what + ".");
    }

    int status() {
        return status;
    }
}
