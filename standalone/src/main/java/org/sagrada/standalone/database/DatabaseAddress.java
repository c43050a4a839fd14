package org.sagrada.standalone.database;

import java.util.Properties;

/**
 * Where a database is and who may open it.
 *
 * @param url for JDBC, without user and password
 */
public record DatabaseAddress(String url, String username, String password) {

    /** What a driver wants besides the URL. */
    public Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        return properties;
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + "]";
    }
}
