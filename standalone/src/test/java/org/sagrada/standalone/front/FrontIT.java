package org.sagrada.standalone.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.Adapter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sagrada.standalone.StartRefusal;
import org.sagrada.testkit.RawHttp;

class FrontIT {

    private static final Tomcat SOME = new Tomcat();
    private static final Tomcat OTHER = new Tomcat();
    private static Front front;

    @BeforeAll
    static void start() throws LifecycleException {
        front = Front.bind("front", "127.0.0.1", 0);
        front.open(List.of(
                Route.under(List.of("/2.0", "/1.5"), service(SOME, "some")),
                Route.stripping("/strip", service(OTHER, "other")),
                Route.rest(OTHER.getConnector().getProtocolHandler().getAdapter())));
    }

    @AfterAll
    static void stop() throws IOException, LifecycleException {
        front.close();
        SOME.stop();
        OTHER.stop();
    }

    @Test
    void sendsAWholeSegmentToItsService() throws Exception {
        assertThat(get("/2.0/7/info")).isEqualTo("some /2.0/7/info");
        assertThat(get("/2.0")).isEqualTo("some /2.0");
        assertThat(get("/1.5/")).isEqualTo("some /1.5/");
    }

    @Test
    void sendsTheRestToTheLastService() throws Exception {
        assertThat(get("/")).isEqualTo("other /");
        assertThat(get("/2.00/7")).isEqualTo("other /2.00/7");
        assertThat(get("/v1/2.0/")).isEqualTo("other /v1/2.0/");
    }

    @Test
    void hidesAPrefixFromAService() throws Exception {
        assertThat(get("/strip/a/b?c=d")).isEqualTo("other /a/b");
        assertThat(get("/strip")).isEqualTo("other /strip");
    }

    @Test
    void servesSeveralServicesOverOneConnection() {
        var all = new StringBuilder();
        for (var target : List.of("/2.0/1", "/a", "/2.0/2", "/1.5/3", "/b", "/2.0/4")) {
            all.append("GET ").append(target).append(" HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        all.append("GET /end HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

        var answers = new RawHttp(front.port()).send(all.toString()).body();

        assertThat(answers)
                .containsSubsequence(
                        "some /2.0/1",
                        "other /a",
                        "some /2.0/2",
                        "some /1.5/3",
                        "other /b",
                        "some /2.0/4",
                        "other /end");
    }

    @Test
    void answersWhatIsNotHttpAndGoesOn() throws Exception {
        assertThat(new RawHttp(front.port()).send("nonsense\r\n\r\n").status()).isEqualTo(400);
        assertThat(get("/2.0/1")).isEqualTo("some /2.0/1");
    }

    @Test
    void refusesAPortThatIsTaken() {
        assertThatThrownBy(() -> Front.bind("second", "127.0.0.1", front.port()))
                .isInstanceOf(StartRefusal.class)
                .hasMessageContaining("Port " + front.port())
                .hasMessageContaining("taken");
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Adapter service(Tomcat tomcat, String name) throws LifecycleException {
        tomcat.setPort(0);
        var context = tomcat.addContext("", null);
        var servlet = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print(name + " " + request.getRequestURI());
            }
        };
        Tomcat.addServlet(context, name, servlet).addMapping("/");
        tomcat.getConnector();
        tomcat.start();
        return tomcat.getConnector().getProtocolHandler().getAdapter();
    }
}
