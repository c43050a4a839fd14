package org.sagrada.admin.api;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one place tells of a service's management API.
 *
 * @param url its management address; null where the place doesn't tell
 * @param token what opens it; null where the place doesn't tell
 */
record AccessSource(@Nullable String url, @Nullable String token) {

    static AccessSource ofEnvironment(Service service, Map<String, String> environment) {
        return new AccessSource(
                filled(environment.get(urlVariable(service))), filled(environment.get(tokenVariable(service))));
    }

    /** The variable that sets the same token for the service itself. */
    static String tokenVariable(Service service) {
        return prefix(service) + "TOKEN";
    }

    static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String urlVariable(Service service) {
        return prefix(service) + "URL";
    }

    private static String prefix(Service service) {
        return "SAGRADA_" + service.key().toUpperCase(Locale.ROOT) + "_ADMIN_";
    }

    @Override
    public String toString() {
        return "AccessSource[" + url + ", redacted]";
    }
}
