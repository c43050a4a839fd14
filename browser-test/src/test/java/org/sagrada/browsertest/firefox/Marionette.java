package org.sagrada.browsertest.firefox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Firefox's own remote control (Marionette, level 3): messages of JSON over TCP, each after its length. A command is
 * {@code [0, id, name, parameters]}, its answer {@code [1, id, error, result]}.
 */
final class Marionette implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Scripts are the bodies of asynchronous functions; what they throw comes back as a text. */
    private static final String FRAME = """
            const done = arguments[arguments.length - 1];
            const args = Array.from(arguments).slice(0, -1);
            (async () => { SCRIPT })().then(
              value => done({value: value === undefined ? null : value}),
              error => done({error: String(error) + "\\n" + (error && error.stack || "")}));
            """;

    private final Socket socket;
    private final InputStream input;
    private int lastId;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.input = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to a browser on this machine and begins a session. */
    static Marionette connect(int port) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            var marionette = new Marionette(socket);
            marionette.read();
            marionette.command("WebDriver:NewSession", Map.of("capabilities", Map.of("alwaysMatch", Map.of())));
            return marionette;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a script with the browser's own rights; the arguments are {@code args} in it. */
    JsonNode inBrowser(String script, Object... args) {
        return run("chrome", "system", script, args);
    }

    /** Runs a script in the page of the current tab. */
    JsonNode inPage(String script, Object... args) {
        return run("content", "default", script, args);
    }

    /** Opens an address in the current tab. */
    void open(String url) {
        command("Marionette:SetContext", Map.of("value", "content"));
        command("WebDriver:Navigate", Map.of("url", url));
    }

    /** Asks the browser to quit; it does not always answer before it does. */
    void quit() {
        try {
            command("Marionette:Quit", Map.of("flags", List.of("eForceQuit")));
        } catch (UncheckedIOException e) {
            // It has gone already.
        }
    }

    private JsonNode run(String context, String sandbox, String script, Object... args) {
        command("Marionette:SetContext", Map.of("value", context));
        var result = command(
                        "WebDriver:ExecuteAsyncScript",
                        Map.of(
                                "script",
                                FRAME.replace("SCRIPT", script),
                                "args",
                                args,
                                "scriptTimeout",
                                PATIENCE.toMillis(),
                                "sandbox",
                                sandbox,
                                "newSandbox",
                                true))
                .get("value");
        if (result.has("error")) {
            throw new AssertionError(result.get("error").stringValue() + "\nin " + script);
        }
        return result.get("value");
    }

    JsonNode command(String name, Map<String, ?> parameters) {
        try {
            var id = ++lastId;
            var message = JSON.writeValueAsBytes(List.of(0, id, name, parameters));
            var output = socket.getOutputStream();
            output.write((message.length + ":").getBytes(US_ASCII));
            output.write(message);
            output.flush();
            var answer = read();
            while (answer.get(0).intValue() != 1 || answer.get(1).intValue() != id) {
                answer = read();
            }
            if (!answer.get(2).isNull()) {
                throw new AssertionError(name + ": " + answer.get(2));
            }
            return answer.get(3);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read() throws IOException {
        var length = 0;
        for (var digit = input.read(); digit != ':'; digit = input.read()) {
            if (digit < 0) {
                throw new EOFException("The browser has closed the connection");
            }
            length = 10 * length + digit - '0';
        }
        return JSON.readTree(input.readNBytes(length));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
