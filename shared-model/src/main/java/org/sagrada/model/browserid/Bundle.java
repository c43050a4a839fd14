package org.sagrada.model.browserid;

/** A certificate and the assertion made with its key, parsed and not yet believed. */
record Bundle(
        SignedObject signedCertificate, Certificate certificate, SignedObject signedAssertion, Assertion assertion) {

    /** Reads {@code certificate~assertion}. Chains of certificates are refused, as every verifier does. */
    static Bundle parse(String text) {
        String[] parts = text.split("~", -1);
        if (parts.length != 2) {
            throw new MalformedBrowserIdException("a bundle is one certificate and one assertion");
        }
        SignedObject certificate = SignedObject.parse(parts[0]);
        SignedObject assertion = SignedObject.parse(parts[1]);
        return new Bundle(certificate, Certificate.of(certificate), assertion, Assertion.of(assertion));
    }
}
