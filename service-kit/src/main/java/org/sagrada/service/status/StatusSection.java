package org.sagrada.service.status;

/** What one service has to tell on its status page beside what every service tells. Beans of this type are found. */
@FunctionalInterface
public interface StatusSection {

    /** The state of this moment. It is read each time that somebody looks, so it must be cheap; it holds nobody's data. */
    StatusTable now();
}
