package org.sagrada.client.token;

/** The two protocols that a node speaks; which one, the token's endpoint decides. */
public enum StorageProtocol {
    V20("2.0"),
    V15("1.5");

    private final String version;

    StorageProtocol(String version) {
        this.version = version;
    }

    String path() {
        return "/1.0/sync/" + version;
    }

    @Override
    public String toString() {
        return version;
    }
}
