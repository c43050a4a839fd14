package org.sagrada.service.edge;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Which failure an exception of the frameworks stands for. */
final class FailureTranslation {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    EdgeFailure translate(Throwable thrown) {
        return switch (thrown) {
            case EdgeFailureException e -> e.failure();
            case NoHandlerFoundException e -> new EdgeFailure.UnknownPath();
            case NoResourceFoundException e -> new EdgeFailure.UnknownPath();
            case HttpRequestMethodNotSupportedException e -> new EdgeFailure.MethodNotAllowed(allowed(e));
            case HttpMediaTypeNotSupportedException e -> new EdgeFailure.UnsupportedMediaType(mediaType(e));
            case HttpMediaTypeNotAcceptableException e ->
                new EdgeFailure.NotAcceptable("This path makes none of the types that Accept names.");
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentTypeMismatchException e ->
                new EdgeFailure.BadParameter(e.getName(), "The value has a wrong form.");
            case InvalidParameterException e ->
                new EdgeFailure.BadParameter("", "The query cannot be read, or has too many parameters.");
            case MissingRequestValueException e ->
                new EdgeFailure.BadParameter("", e.getBody().getDetail() + "");
            case ServletRequestBindingException e -> new EdgeFailure.BadParameter("", "A parameter has a wrong form.");
            default -> databaseIsGone(thrown) ? new EdgeFailure.Unavailable(RETRY_AFTER) : new EdgeFailure.Defect();
        };
    }

    private static Set<String> allowed(HttpRequestMethodNotSupportedException e) {
        var methods = e.getSupportedHttpMethods();
        var names = new TreeSet<String>();
        if (methods != null) {
            methods.forEach(method -> names.add(method.name()));
        }
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return names;
    }

    private static String mediaType(HttpMediaTypeNotSupportedException e) {
        return e.getSupportedMediaTypes().isEmpty()
                ? "This Content-Type is not supported."
                : "The Content-Type must be one of " + e.getSupportedMediaTypes() + ".";
    }

    private EdgeFailure unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof EdgeFailureException edge) {
                return edge.failure();
            }
        }
        return new EdgeFailure.MalformedBody("The body is not the JSON that is expected here.");
    }

    private static boolean databaseIsGone(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException
                    || cause instanceof QueryTimeoutException
                    || cause instanceof ConcurrencyFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLNonTransientConnectionException
                    || (cause instanceof SQLException sql && saysGone(String.valueOf(sql.getSQLState())))) {
                return true;
            }
        }
        return false;
    }

    /** Connections that fail, are ended by an administrator or a crash, or for which there is no room; not every framework says so. */
    private static boolean saysGone(String state) {
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }
}
