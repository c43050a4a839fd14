package org.sagrada.pidp.totp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Base64;

/** A text as a QR code in a data URL, for a page to show. */
final class QrCode {

    private QrCode() {}

    /** An SVG image of one unit a dot. */
    static String dataUrl(String text) {
        try {
            var dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg(dots).getBytes(UTF_8));
        } catch (WriterException e) {
            throw new IllegalStateException("The text does not fit into a QR code", e);
        }
    }

    private static String svg(BitMatrix dots) {
        var path = new StringBuilder();
        for (var y = 0; y < dots.getHeight(); y++) {
            for (var x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><path d=\"%s\"/></svg>"
                .formatted(dots.getWidth(), dots.getHeight(), path);
    }
}
