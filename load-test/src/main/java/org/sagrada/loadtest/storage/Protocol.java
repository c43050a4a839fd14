package org.sagrada.loadtest.storage;

import java.math.BigDecimal;

/** The protocol that a service is asked in. */
public enum Protocol {
    /** SyncStorage 2.0: versions are integers. */
    SYNC20("2.0", "x-last-modified-version", 0),
    /** SyncStorage 1.5: times are decimals. */
    SYNC15("1.5", "x-last-modified", 2);

    private final String path;
    private final String versionHeader;
    private final int decimals;

    Protocol(String path, String versionHeader, int decimals) {
        this.path = path;
        this.versionHeader = versionHeader;
        this.decimals = decimals;
    }

    /** The first segment of its paths. */
    public String path() {
        return path;
    }

    String versionHeader() {
        return versionHeader;
    }

    /** A version in 1/100 s, as this protocol writes it. */
    String time(long version) {
        return BigDecimal.valueOf(version, decimals).toPlainString();
    }

    /** The version in 1/100 s that this protocol wrote so. */
    long version(BigDecimal time) {
        return time.movePointRight(decimals).longValueExact();
    }
}
