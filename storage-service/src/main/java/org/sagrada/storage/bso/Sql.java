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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement, or several that travel together, with parameters named as {@code :name}. */
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

    /**
     * A transaction under the lock of the row of {@code :user}, which begins to exist, all of it in one trip to the database. The lock is a statement of
     * its own, so that those after it see all that the last holder wrote. What it gives is {@link Database#transact}'s to read.
     */
    public static Sql lockingUser(Sql... statements) {
        var all = new ArrayList<Sql>();
        all.add(of("BEGIN"));
        all.add(read(Sql.class, "open-account.sql"));
        all.add(read(Sql.class, "lock.sql"));
        all.addAll(List.of(statements));
        all.add(of("COMMIT"));
        var transaction = of(all.stream().map(sql -> sql.text).collect(Collectors.joining(";\n")));
        all.forEach(sql -> transaction.parameters.addAll(sql.parameters));
        return transaction;
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
