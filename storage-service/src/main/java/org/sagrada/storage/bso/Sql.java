package org.sagrada.storage.bso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One text of SQL, or several that travel together, with parameters named as {@code :name}. */
public final class Sql {

    private static final Pattern COMMENT = Pattern.compile("--.*");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z_]+)");

    private final String text;
    private final List<String> parameters = new ArrayList<>();

    private Sql(String source) {
        var matcher = PARAMETER.matcher(COMMENT.matcher(source).replaceAll(""));
        this.text = matcher.replaceAll(match -> {
            parameters.add(match.group(1));
            return "?";
        });
    }

    /** SQL written in Java. */
    public static Sql of(String source) {
        return new Sql(source);
    }

    /** One statement, of which each part is a file beside the class. */
    public static Sql read(Class<?> beside, String... files) {
        return new Sql(source(beside, files));
    }

    /** This statement after another, in the same trip to the database and, outside a transaction, in one of its own. */
    public Sql after(Sql first) {
        var both = new Sql(first.text + ";\n" + text);
        both.parameters.addAll(first.parameters);
        both.parameters.addAll(parameters);
        return both;
    }

    /** Prepares the text and binds the parameters; a null is an SQL null, an array an SQL array. */
    public PreparedStatement prepare(Connection connection, Map<String, ? extends @Nullable Object> values)
            throws SQLException {
        var statement = connection.prepareStatement(text);
        for (var i = 0; i < parameters.size(); i++) {
            var name = parameters.get(i);
            if (!values.containsKey(name)) {
                throw new IllegalArgumentException("No value for :" + name);
            }
            statement.setObject(i + 1, values.get(name));
        }
        return statement;
    }

    /** The text as the database gets it. */
    @Override
    public String toString() {
        return text;
    }

    private static String source(Class<?> beside, String... files) {
        var source = new StringBuilder();
        for (var file : files) {
            try (var in = beside.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("No file " + file + " beside " + beside.getName());
                }
                source.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return source.toString();
    }
}
