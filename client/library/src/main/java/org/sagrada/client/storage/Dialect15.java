package org.sagrada.client.storage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;

/** SyncStorage 1.5, the browsers': versions are decimal seconds, errors are integers, sizes are in KiB, any printable id goes. */
final class Dialect15 implements Dialect {

    private static final int LONGEST_NUMBER = 20;
    private static final int KIB = 1024;
    private static final int OVER_QUOTA = 14;
    private static final int CLIENT_TOO_OLD = 16;
    private static final int LIMIT_EXCEEDED = 17;
    private static final int DISCONTINUED = 513;

    @Override
    public String format(long version) {
        return BigDecimal.valueOf(version, 2).toPlainString();
    }

    @Override
    public String preconditionHeader() {
        return "X-If-Unmodified-Since";
    }

    @Override
    public String offsetHeader() {
        return "X-Weave-Next-Offset";
    }

    @Override
    public long version(HttpHeaders headers) {
        String text = headers.get("X-Last-Modified")
                .or(() -> headers.get("X-Weave-Timestamp"))
                .orElseThrow(() -> new UnexpectedAnswerException("the answer lacks X-Last-Modified"));
        return hundredths(text);
    }

    @Override
    public long version(Object value) {
        if (value instanceof Number number) {
            return hundredths(number.toString());
        }
        throw new UnexpectedAnswerException("a time isn't a number");
    }

    private static long hundredths(String text) {
        try {
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text)
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException malformed) {
            // Falls through: it is no time.
        }
        throw new UnexpectedAnswerException("a time isn't a number of seconds");
    }

    @Override
    public Bso bso(Json json) {
        Long sortindex = json.numberOrNull("sortindex");
        Object modified = json.asMap().get("modified");
        if (modified == null) {
            throw new UnexpectedAnswerException("the answer lacks 'modified'");
        }
        long version = version(modified);
        return new Bso(
                json.text("id"),
                version,
                version * 10,
                json.text("payload"),
                sortindex == null ? null : sortindex.intValue());
    }

    @Override
    public long bytes(Object value) {
        if (value instanceof Number kib) {
            return Math.round(kib.doubleValue() * KIB);
        }
        throw new UnexpectedAnswerException("a size isn't a number");
    }

    @Override
    public StorageClient.Quota quota(String body) {
        List<?> pair = Json.parse("{\"quota\":" + body + "}").list("quota");
        if (pair.size() != 2 || pair.get(0) == null) {
            throw new UnexpectedAnswerException("the quota isn't a list of two numbers");
        }
        Object most = pair.get(1);
        return new StorageClient.Quota(bytes(pair.get(0)), most == null ? null : bytes(most));
    }

    @Override
    public StorageException refusal(HttpAnswer answer) {
        String body = answer.body().strip();
        int code = body.matches("\\d{1,3}") ? Integer.parseInt(body) : 0;
        return switch (code) {
            case OVER_QUOTA -> new StorageException.OverQuota();
            case CLIENT_TOO_OLD -> new StorageException.UpgradeRequired();
            case LIMIT_EXCEEDED -> new StorageException.TooLarge();
            default ->
                switch (answer.status()) {
                    case 400, 403 ->
                        new StorageException.Refused(
                                answer.status(),
                                "the storage node refused: status " + answer.status() + ", code " + code);
                    case DISCONTINUED -> new StorageException.UpgradeRequired();
                    default -> StorageErrors.of(answer);
                };
        };
    }

    @Override
    public String storedId(String id) {
        return id;
    }

    @Override
    public String clearId(String storedId) {
        return storedId;
    }

    @Override
    public boolean hasBatches() {
        return true;
    }
}
