package org.sagrada.admin.api;

/** What was asked for isn't done; the message tells the operator why and what to do. */
public final class AdminException extends RuntimeException {

    private static final int REFUSED = 1;
    private static final int NO_ANSWER = 3;
    private static final int IN_PART = 4;

    private final int exitCode;

    private AdminException(int exitCode, String message) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /** A service, or this program, won't do it. */
    public static AdminException refused(String message) {
        return new AdminException(REFUSED, message);
    }

    /** A service doesn't answer, or can't just now. */
    public static AdminException noAnswer(String message) {
        return new AdminException(NO_ANSWER, message);
    }

    /** A part was done, and stays so. */
    public static AdminException inPart(String message) {
        return new AdminException(IN_PART, message);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
