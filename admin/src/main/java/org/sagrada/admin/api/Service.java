package org.sagrada.admin.api;

/** The services that have a management API. */
public enum Service {
    /** Maps users to storage nodes. */
    TOKEN("token service", "token", "http://127.0.0.1:9002"),
    /** Keeps accounts. */
    PIDP("PIdP", "pidp", "http://127.0.0.1:9001");

    private final String title;
    private final String key;
    private final String usualAddress;

    Service(String title, String key, String usualAddress) {
        this.title = title;
        this.key = key;
        this.usualAddress = usualAddress;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** The configuration file's keys of this service begin with it. */
    String key() {
        return key;
    }

    /** Its management port, where nothing says otherwise. */
    String usualAddress() {
        return usualAddress;
    }
}
