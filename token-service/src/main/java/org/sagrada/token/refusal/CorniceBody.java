package org.sagrada.token.refusal;

import java.util.List;

/** The error body of the token service. */
record CorniceBody(String status, List<Entry> errors) {

    record Entry(String location, String name, String description) {}

    static CorniceBody of(String status, String location, String name, String description) {
        return new CorniceBody(status, List.of(new Entry(location, name, description)));
    }
}
