package org.sagrada.client.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.sagrada.client.http.ConnectionException;

/** What the platform's exceptions mean, in words that say what to do. */
final class Trouble {

    private Trouble() {}

    /** Why a server couldn't be asked. */
    static String onTheWay(ConnectionException failure) {
        return failure.getMessage() + ": " + why(failure.getCause());
    }

    /** Why there is no answer. */
    static String why(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            if (at instanceof UnresolvedAddressException || at instanceof UnknownHostException) {
                return "there is no host of that name, or no network";
            }
            if (at instanceof SSLException) {
                return tls((SSLException) at);
            }
        }
        if (cause instanceof HttpConnectTimeoutException) {
            return "the host doesn't react; is the address right, does a firewall stand between?";
        }
        if (cause instanceof HttpTimeoutException) {
            return "it took too long; is the server overloaded?";
        }
        if (cause instanceof ConnectException) {
            return "nothing listens there; is the system running, is the port right?";
        }
        return "the connection broke off";
    }

    /** What is wrong with an encrypted connection. */
    static String tls(SSLException broken) {
        String details = chain(broken).toLowerCase(Locale.ROOT);
        if (details.contains("certificateexpired") || details.contains("notafter")) {
            return "its certificate has expired, or this device's clock is wrong";
        }
        if (details.contains("no subject alternative") || details.contains("no name matching")) {
            return "its certificate is for another host";
        }
        if (details.contains("path building failed") || details.contains("unable to find valid certification path")) {
            return "its certificate isn't signed by anybody that this device trusts (self-signed?)";
        }
        if (details.contains("plaintext connection") || details.contains("unrecognized ssl message")) {
            return "it doesn't speak TLS; is it http:// rather than https://?";
        }
        return "no encrypted connection came about (" + broken.getMessage() + ")";
    }

    private static String chain(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            text.append(at).append(' ');
        }
        return text.toString();
    }

    /** What is wrong with a file. */
    static String withFile(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no file or folder " + ((FileSystemException) failure).getFile();
        }
        if (failure instanceof AccessDeniedException) {
            return "no permission for " + ((FileSystemException) failure).getFile();
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("No space left")) {
            return "the disk is full";
        }
        if (message.contains("Disk quota exceeded")) {
            return "your quota on this disk is used up";
        }
        if (message.contains("Read-only file system")) {
            return "the disk can only be read: " + message;
        }
        return message;
    }
}
