package org.sagrada.scenario;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpCall;
import org.sagrada.client.http.HttpLines;
import org.sagrada.client.http.HttpTransport;

/** Lets its user die: the fatal request reaches the server, but whoever sent it dies before it hears the answer. */
final class MortalTransport implements HttpTransport {

    private final HttpTransport transport;
    private Predicate<HttpCall> fatal = call -> false;

    MortalTransport(HttpTransport transport) {
        this.transport = transport;
    }

    /** The device died: nothing that it does after this counts. */
    static final class Death extends RuntimeException {
        Death() {
            super("the device died");
        }
    }

    void dieAfter(int requests) {
        AtomicInteger left = new AtomicInteger(requests);
        fatal = call -> left.getAndDecrement() <= 0;
    }

    void dieUploadingTo(String collection) {
        fatal = call -> call.method().equals("POST") && call.url().getPath().endsWith("/storage/" + collection);
    }

    @Override
    public HttpAnswer send(HttpCall call) throws IOException {
        HttpAnswer answer = transport.send(call);
        if (fatal.test(call)) {
            throw new Death();
        }
        return answer;
    }

    @Override
    public HttpLines open(HttpCall call) throws IOException {
        HttpLines answer = transport.open(call);
        if (fatal.test(call)) {
            answer.close();
            throw new Death();
        }
        return answer;
    }
}
