package org.sagrada.client.storage;

import org.sagrada.client.http.HttpAnswer;
import org.sagrada.client.http.HttpHeaders;
import org.sagrada.client.http.Json;
import org.sagrada.client.http.UnexpectedAnswerException;
import org.sagrada.model.storage.RecordIdMapping;

/** SyncStorage 2.0: versions are integers, errors are JSON objects, and ids that it doesn't allow are mapped. */
final class Dialect20 implements Dialect {

    @Override
    public String format(long version) {
        return Long.toString(version);
    }

    @Override
    public String preconditionHeader() {
        return "X-If-Unmodified-Since-Version";
    }

    @Override
    public String offsetHeader() {
        return "X-Next-Offset";
    }

    @Override
    public long version(HttpHeaders headers) {
        return headers.number("X-Last-Modified-Version")
                .orElseThrow(() -> new UnexpectedAnswerException("the answer lacks X-Last-Modified-Version"));
    }

    @Override
    public long version(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new UnexpectedAnswerException("a version isn't a whole number");
    }

    @Override
    public Bso bso(Json json) {
        Long sortindex = json.numberOrNull("sortindex");
        return new Bso(
                json.text("id"),
                json.number("version"),
                json.number("timestamp"),
                json.text("payload"),
                sortindex == null ? null : sortindex.intValue());
    }

    @Override
    public long bytes(Object value) {
        return version(value);
    }

    @Override
    public StorageClient.Quota quota(String body) {
        Json answer = Json.parse(body);
        return new StorageClient.Quota(answer.number("usage"), answer.numberOrNull("quota"));
    }

    @Override
    public StorageException refusal(HttpAnswer answer) {
        return StorageErrors.of(answer);
    }

    @Override
    public String storedId(String id) {
        return RecordIdMapping.toV20(id);
    }

    @Override
    public String clearId(String storedId) {
        return RecordIdMapping.toV15(storedId) instanceof RecordIdMapping.Origin.Known known ? known.id() : storedId;
    }

    @Override
    public boolean hasBatches() {
        return false;
    }
}
