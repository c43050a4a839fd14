package org.sagrada.browsertest.pages;

import org.sagrada.model.onepw.QuickStretch;

/** Somebody with an account. */
record Person(String email, String password) {

    /** What an account keeps of the password. */
    String authPw() {
        return QuickStretch.v1(email, password).authPw().toHex();
    }

    Person withPassword(String other) {
        return new Person(email, other);
    }
}
