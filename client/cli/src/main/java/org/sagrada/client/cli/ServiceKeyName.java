package org.sagrada.client.cli;

import picocli.CommandLine.Parameters;

/** Which of the keys that the account keeps for services. */
final class ServiceKeyName {

    @Parameters(index = "0", paramLabel = "ORIGIN", description = "The service, like https://notes.example.org.")
    private String origin = "";

    @Parameters(index = "1", paramLabel = "TYPE", description = "What the key is for: a word of the service's.")
    private String type = "";

    String origin() {
        return origin;
    }

    String type() {
        return type;
    }

    RefusedException absent() {
        return new RefusedException("there is no usable key of the type " + type + " for " + origin
                + "; 'sagrada service-key' lists what there is");
    }
}
