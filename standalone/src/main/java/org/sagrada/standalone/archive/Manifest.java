package org.sagrada.standalone.archive;

import java.util.List;
import java.util.Map;

/**
 * What an archive has, as its first entry tells in JSON.
 *
 * @param format of the archive itself
 * @param release that wrote it
 * @param created when, ISO 8601
 * @param migrations the newest migration of each service's schema
 * @param tables whose rows are in it, each in the entry {@code SCHEMA/TABLE}, those before that others refer to
 * @param sequences the last number given out by each identity column that gave one
 */
record Manifest(
        int format,
        String release,
        String created,
        Map<String, String> migrations,
        List<Table> tables,
        List<Sequence> sequences) {

    /** The only format there is. */
    static final int FORMAT = 1;

    /** Its entry's name. */
    static final String ENTRY = "manifest.json";

    /** The services' schemas. */
    static final List<String> SCHEMAS = List.of("pidp", "token", "storage");

    /** The number that an identity column gave out last. */
    record Sequence(String schema, String table, String column, long last) {}
}
