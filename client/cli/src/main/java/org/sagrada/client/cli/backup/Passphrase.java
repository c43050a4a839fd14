package org.sagrada.client.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPCompressedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/**
 * Seals a file by a passphrase as OpenPGP does (RFC 4880: AES-256 with an integrity packet, salted and iterated SHA-256 of 65 MB
 * over the passphrase), so that {@code gpg --decrypt} opens it too.
 */
final class Passphrase {

    private static final int MOST_ITERATIONS = 0xff;
    private static final int BUFFER = 1 << 16;

    private final char[] passphrase;

    Passphrase(char[] passphrase) {
        this.passphrase = passphrase.clone();
    }

    /** Seals what is written; closing it completes the file and leaves {@code out} open. */
    OutputStream seal(OutputStream out, SecureRandom random) throws IOException {
        try {
            PGPEncryptedDataGenerator encryption =
                    new PGPEncryptedDataGenerator(new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                            .setWithIntegrityPacket(true)
                            .setSecureRandom(random));
            encryption.addMethod(new BcPBEKeyEncryptionMethodGenerator(
                            passphrase,
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
                            MOST_ITERATIONS)
                    .setSecureRandom(random));
            OutputStream encrypted = encryption.open(out, new byte[BUFFER]);
            OutputStream compressed =
                    new PGPCompressedDataGenerator(CompressionAlgorithmTags.ZLIB).open(encrypted, new byte[BUFFER]);
            OutputStream literal = new PGPLiteralDataGenerator()
                    .open(
                            compressed,
                            PGPLiteralData.BINARY,
                            PGPLiteralData.CONSOLE,
                            PGPLiteralData.NOW,
                            new byte[BUFFER]);
            return new Layers(literal, compressed, encrypted);
        } catch (PGPException unusable) {
            throw new IllegalStateException("every Java platform has AES and SHA-256", unusable);
        }
    }

    /**
     * Opens a sealed file. Whether it is whole is known only when all was read: see {@link Opened#verify}.
     *
     * @throws BackupException if the passphrase is wrong or the file is no such file
     */
    Opened open(InputStream in) throws IOException {
        try {
            Object first = new BcPGPObjectFactory(PGPUtil.getDecoderStream(in)).nextObject();
            if (!(first instanceof PGPEncryptedDataList list)
                    || list.isEmpty()
                    || !(list.get(0) instanceof PGPPBEEncryptedData sealed)) {
                throw new BackupException("the file isn't sealed by a passphrase");
            }
            InputStream clear = sealed.getDataStream(
                    new BcPBEDataDecryptorFactory(passphrase, new BcPGPDigestCalculatorProvider()));
            return new Opened(sealed, literal(clear));
        } catch (PGPException | IOException | RuntimeException broken) {
            if (broken instanceof BackupException said) {
                throw said;
            }
            throw new BackupException("the passphrase is wrong, or the file is damaged");
        }
    }

    private static InputStream literal(InputStream clear) throws IOException, PGPException {
        Object inner = new BcPGPObjectFactory(clear).nextObject();
        if (inner instanceof PGPCompressedData compressed) {
            inner = new BcPGPObjectFactory(compressed.getDataStream()).nextObject();
        }
        if (inner instanceof PGPLiteralData literal) {
            return literal.getInputStream();
        }
        throw new BackupException("the passphrase is wrong, or the file is damaged");
    }

    /** What a sealed file holds. */
    record Opened(PGPPBEEncryptedData sealed, InputStream content) {

        /**
         * To be asked when all was read.
         *
         * @throws BackupException if the file was changed or cut
         */
        void verify() throws IOException {
            try {
                if (sealed.isIntegrityProtected() && sealed.verify()) {
                    return;
                }
            } catch (PGPException | RuntimeException broken) {
                // Said below.
            }
            throw new BackupException("the file is damaged: it isn't what was sealed");
        }
    }

    /** Packets in packets: each must be completed before the one around it. */
    private static final class Layers extends OutputStream {

        private final OutputStream innermost;
        private final OutputStream[] around;

        Layers(OutputStream innermost, OutputStream... around) {
            this.innermost = innermost;
            this.around = around;
        }

        @Override
        public void write(int b) throws IOException {
            innermost.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            innermost.write(bytes, from, count);
        }

        @Override
        public void close() throws IOException {
            innermost.close();
            for (OutputStream layer : around) {
                layer.close();
            }
        }
    }
}
