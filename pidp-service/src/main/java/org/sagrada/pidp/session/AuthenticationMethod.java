package org.sagrada.pidp.session;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How a user proves who they are, with the names of the {@code amr} claim (RFC 8176). */
public enum AuthenticationMethod {
    PASSWORD("pwd"),
    MAIL("email"),
    CODE("otp");

    private final String claim;

    AuthenticationMethod(String claim) {
        this.claim = claim;
    }

    /** The name in a certificate. */
    public String claim() {
        return claim;
    }

    /** How many kinds of proof were given: something known (a password) and something owned (a mailbox, a code's secret). */
    public static int assuranceLevel(Collection<AuthenticationMethod> methods) {
        return (int)
                methods.stream().map(method -> method == PASSWORD).distinct().count();
    }

    /** The methods' names with commas between them, as they are kept. */
    public static String join(Collection<AuthenticationMethod> methods) {
        return methods.stream().map(AuthenticationMethod::claim).collect(Collectors.joining(","));
    }

    /** Reads what {@link #join} wrote. */
    public static List<AuthenticationMethod> split(String joined) {
        return Arrays.stream(joined.split(",", -1))
                .map(AuthenticationMethod::ofClaim)
                .toList();
    }

    private static AuthenticationMethod ofClaim(String claim) {
        return Arrays.stream(values())
                .filter(method -> method.claim.equals(claim))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No authentication method is called " + claim));
    }
}
