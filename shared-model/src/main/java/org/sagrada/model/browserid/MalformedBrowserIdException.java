package org.sagrada.model.browserid;

/** A key, a signed object, a certificate or an assertion isn't of the form BrowserID gives it. The message says what is wrong. */
public final class MalformedBrowserIdException extends IllegalArgumentException {

    MalformedBrowserIdException(String reason) {
        super(reason);
    }
}
