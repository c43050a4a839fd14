package org.sagrada.browsertest.firefox;

/** Somebody with an account, and what they type. */
record Person(String email, String password) {

    Person withPassword(String other) {
        return new Person(email, other);
    }
}
