package org.sagrada.pidp.oauth.client;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a token is good for: scopes without repetition, in the order in which they were asked for. */
public record ScopeSet(List<Scope> scopes) {

    /** Copies the list. */
    public ScopeSet {
        scopes = scopes.stream().distinct().toList();
    }

    /** Reads scopes with spaces between them (RFC 6749, section 3.3). */
    public static ScopeSet parse(String text) {
        return new ScopeSet(Arrays.stream(text.split(" +"))
                .filter(one -> !one.isEmpty())
                .map(Scope::new)
                .toList());
    }

    /** Whether a token with these scopes may do what the scope names. */
    public boolean covers(Scope wanted) {
        return scopes.stream().anyMatch(scope -> scope.covers(wanted));
    }

    /** Those of the scopes that none of the others' covers. */
    public List<String> notCoveredBy(ScopeSet others) {
        return scopes.stream()
                .filter(scope -> !others.covers(scope))
                .map(Scope::text)
                .toList();
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return scopes.isEmpty();
    }

    /** Each one's text. */
    public List<String> texts() {
        return scopes.stream().map(Scope::text).toList();
    }

    @Override
    public String toString() {
        return scopes.stream().map(Scope::text).collect(Collectors.joining(" "));
    }
}
