package org.sagrada.client.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Looks at how the way to a server is protected. */
final class TlsExamination {

    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final Duration SOON = Duration.ofDays(14);
    private static final String CHECK = "tls";

    private final InstantSource clock;
    private final Findings findings;

    TlsExamination(InstantSource clock, Findings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    void examine(URI address) {
        if ("https".equalsIgnoreCase(address.getScheme())) {
            examineCertificate(address);
        } else if (!Examination.isLoopback(address)) {
            findings.bad(CHECK, "the connection isn't encrypted (http): whoever listens can take the session over");
        }
    }

    private void examineCertificate(URI address) {
        int port = address.getPort() == -1 ? HTTPS : address.getPort();
        try (SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new SNIHostName(address.getHost())));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            for (Certificate certificate : socket.getSession().getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    examineEnd(
                            x509.getNotAfter().toInstant(), socket.getSession().getProtocol());
                    return;
                }
            }
        } catch (SSLException broken) {
            findings.bad(CHECK, Trouble.tls(broken));
        } catch (IOException | IllegalArgumentException broken) {
            findings.note(CHECK, "the certificate couldn't be looked at: " + broken.getMessage());
        }
    }

    private void examineEnd(Instant end, String protocol) {
        Duration left = Duration.between(clock.instant(), end);
        if (left.compareTo(SOON) < 0) {
            findings.bad(CHECK, "the certificate runs out in " + left.toDays() + " days; renew it");
        } else {
            findings.ok(CHECK, protocol + ", with a certificate that is good for " + left.toDays() + " days");
        }
    }
}
