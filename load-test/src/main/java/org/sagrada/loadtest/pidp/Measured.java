package org.sagrada.loadtest.pidp;

import org.sagrada.loadtest.measure.Figures;

/**
 * One case: the service beside the bare cryptography of a call.
 *
 * @param aim the least share of the bare rate that the service is to reach
 * @param serviceCpu of the service's process, in ms a call
 */
record Measured(String title, String bareTitle, Figures service, Figures bare, double aim, double serviceCpu) {

    /** The service's rate as a share of the bare one. */
    double ratio() {
        return bare.rate() == 0 ? 0 : service.rate() / bare.rate();
    }
}
