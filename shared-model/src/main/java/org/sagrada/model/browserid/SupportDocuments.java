package org.sagrada.model.browserid;

/** Where a verifier gets support documents from: fetched, cached or configured. */
@FunctionalInterface
public interface SupportDocuments {

    /** The document of a host (with its port, where that isn't the default), as good as it can be had now. */
    Lookup lookUp(String host);

    /**
     * As {@link #lookUp}, after another look at the host unless there was one a moment ago: for a signature by none of the keys that are
     * known, since issuers change them. Unreachable when the host could not be asked.
     */
    default Lookup lookUpAnew(String host) {
        return lookUp(host);
    }

    /** What came of looking for a document. */
    sealed interface Lookup {

        /** There is one. */
        record Found(SupportDocument document) implements Lookup {}

        /** The host takes no part in BrowserID as far as one can and may know. */
        record None() implements Lookup {}

        /** It can't be known just now. */
        record Unreachable(String why) implements Lookup {}
    }
}
