package org.sagrada.pidp.profile;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Makes a square PNG of whatever picture a user sends. What is served is drawn anew, so that neither what a camera wrote into the
 * file nor what somebody hid in it gets any further.
 */
final class AvatarImage {

    /** Width and height of the result in pixels. */
    static final int SIDE = 256;

    private static final int LONGEST_SIDE = 8192;

    private AvatarImage() {}

    /** The middle of the picture; nothing when it is no picture that this can read, or too large a one. */
    static Optional<byte[]> of(byte[] file) {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isReasonable(reader) ? Optional.of(png(square(reader.read(0)))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The platform's readers throw what they like at a file that is broken on purpose.
            return Optional.empty();
        }
    }

    /** Asked before anything is decoded: a small file may claim to be a huge picture. */
    private static boolean isReasonable(ImageReader reader) throws IOException {
        return reader.getWidth(0) <= LONGEST_SIDE
                && reader.getHeight(0) <= LONGEST_SIDE
                && (long) reader.getWidth(0) * reader.getHeight(0) <= (long) LONGEST_SIDE * LONGEST_SIDE / 4;
    }

    private static BufferedImage square(BufferedImage picture) {
        var side = Math.min(picture.getWidth(), picture.getHeight());
        var left = (picture.getWidth() - side) / 2;
        var top = (picture.getHeight() - side) / 2;
        var result = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_ARGB);
        var pen = result.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
        pen.dispose();
        return result;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
