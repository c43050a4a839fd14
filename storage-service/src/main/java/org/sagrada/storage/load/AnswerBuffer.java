package org.sagrada.storage.load;

import jakarta.servlet.ServletResponse;

/** How much of a large answer is handed to the system at a time: with Tomcat's 8 KB a megabyte takes 130 calls. */
public final class AnswerBuffer {

    static final int BYTES = 32 * 1024;

    private AnswerBuffer() {}

    /** Prepares an answer of which nothing is written yet to be large. */
    public static void prepare(ServletResponse response) {
        response.setBufferSize(BYTES);
    }
}
