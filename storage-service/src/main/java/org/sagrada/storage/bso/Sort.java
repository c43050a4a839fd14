package org.sagrada.storage.bso;

/** The orders in which a collection is listed; equal records follow their ids, so every order is total. */
public enum Sort {
    /** By version, greatest first. */
    NEWEST("b.version DESC, b.bso_id DESC", "(b.version, b.bso_id) < (:from_number::bigint, :from_id)"),

    /** By version, smallest first. */
    OLDEST("b.version, b.bso_id", "(b.version, b.bso_id) > (:from_number::bigint, :from_id)"),

    /** By sortindex, greatest first; records without one come last. */
    INDEX(
            "coalesce(b.sortindex, -2147483648) DESC, b.bso_id DESC",
            "(coalesce(b.sortindex, -2147483648), b.bso_id) < (:from_number::bigint, :from_id)");

    private final String order;
    private final String beyond;

    Sort(String order, String beyond) {
        this.order = order;
        this.beyond = beyond;
    }

    /** The ORDER BY of this order. */
    String order() {
        return order;
    }

    /** Holds for the records that come after a position. */
    String beyond() {
        return beyond;
    }

    /** The position of a record in this order. */
    Position positionOf(BsoRow row) {
        var number = switch (this) {
            case NEWEST, OLDEST -> row.version();
            case INDEX -> row.sortindex() == null ? Integer.MIN_VALUE : row.sortindex();
        };
        return new Position(this, number, row.idText());
    }
}
