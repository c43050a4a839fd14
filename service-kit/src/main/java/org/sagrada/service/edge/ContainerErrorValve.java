package org.sagrada.service.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Words what Tomcat refuses before any filter runs, such as an undecodable path or header, in the service's own error format. */
final class ContainerErrorValve extends ValveBase {

    private final EdgeAnswers answers;

    ContainerErrorValve(EdgeAnswers answers) {
        super(true);
        this.answers = answers;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (response.isError() && !response.isCommitted() && response.getContentWritten() == 0) {
            var status = response.getStatus();
            response.setSuspended(false);
            // A header that cannot be read leaves one, for which Tomcat's error report would replace the answer by a
            // 500.
            request.getCoyoteRequest().getAttributes().remove(RequestDispatcher.ERROR_EXCEPTION);
            var failure = status == 404
                    ? new EdgeFailure.UnknownPath()
                    : new EdgeFailure.BadTarget("The request target or a header cannot be read.");
            answers.answer(failure, request, response);
        }
    }
}
