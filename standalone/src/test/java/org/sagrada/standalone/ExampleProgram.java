package org.sagrada.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of {@code examples/}, and what runs it on this machine. */
record ExampleProgram(String file, List<String> command) {

    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    /** Those that this machine can run; Java always, the others where their language is there. */
    static List<ExampleProgram> runnable() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var node = List.of("node", "--input-type=module", "-e", "if (!globalThis.crypto) process.exit(1)");
        var found = new ArrayList<ExampleProgram>();
        found.add(new ExampleProgram("Notes.java", List.of(java, "-cp", classPath)));
        if (succeeds(node)) {
            found.add(new ExampleProgram("notes.mjs", List.of("node")));
        }
        Stream.of("python3", "/usr/bin/python3")
                .filter(python -> succeeds(List.of(python, "-c", "import cryptography")))
                .findFirst()
                .ifPresent(python -> found.add(new ExampleProgram("notes.py", List.of(python))));
        return found;
    }

    /** Writes a note, and gives the notes that the program then printed. */
    List<String> write(String server, String email, String password, String note) {
        var arguments = new ArrayList<>(command);
        arguments.addAll(List.of(EXAMPLES.resolve(file).toString(), server, email, note));
        try {
            var builder = new ProcessBuilder(arguments).redirectErrorStream(true);
            builder.environment().put("SAGRADA_PASSWORD", password);
            var process = builder.start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(file + " failed:\n" + printed);
            }
            return printed.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
