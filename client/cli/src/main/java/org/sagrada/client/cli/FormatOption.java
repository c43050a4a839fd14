package org.sagrada.client.cli;

import org.sagrada.client.vault.StorageFormat;
import picocli.CommandLine.Option;

/** In which storage format the keys are made, where the server holds nothing yet; otherwise what is there decides. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "N",
            description =
                    "The storage format, if the server holds nothing yet: 5, which browsers use, or 6 (default: 5).")
    private long number = StorageFormat.FORMAT_5.number();

    StorageFormat format() {
        return format(number);
    }

    static StorageFormat format(long number) {
        return StorageFormat.of(number)
                .orElseThrow(
                        () -> new RefusedException("there is no storage format " + number + "; there are 5 and 6"));
    }
}
