package org.sagrada.client.http;

/** A whole answer. Its text doesn't show the body, which may hold secrets. */
public record HttpAnswer(int status, HttpHeaders headers, String body) {

    /** Whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
