package org.sagrada.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Slice20IT extends StorageIT {

    @Test
    void aRecordGoesInAndComesBack() {
        var item = device.path20("/storage/bookmarks/abc");

        var put = device.put(item, "{\"payload\":\"hällo \\\"x\\\" 🎉\",\"sortindex\":7}")
                .expect(201);
        var got = device.get(item).expect(200);

        assertThat(got.json().get("payload").asString()).isEqualTo("hällo \"x\" 🎉");
        assertThat(got.json().get("sortindex").asInt()).isEqualTo(7);
        assertThat(got.version()).isEqualTo(put.version());
        assertThat(got.json().get("version").asLong()).isEqualTo(put.version());
        assertThat(got.json().get("timestamp").asLong()).isEqualTo(put.number("X-Timestamp"));
        assertThat(device.put(item, "{\"payload\":\"\"}").expect(204).version()).isGreaterThan(put.version());
        assertThat(device.get(item).json().has("sortindex")).isFalse();
    }

    @Test
    void manyRecordsGetOneVersionAndAreListed() {
        var collection = device.path20("/storage/history");

        var post = device.post(collection, "[{\"id\":\"a\",\"payload\":\"1\"},{\"id\":\"b\",\"payload\":\"2\"}]")
                .expect(200);

        assertThat(post.strings("/success")).containsExactly("a", "b");
        var list = device.get(collection + "?full=1&sort=oldest").expect(200);
        assertThat(list.json().at("/items/0/version").asLong()).isEqualTo(post.version());
        assertThat(list.json().at("/items/1/id").asString()).isEqualTo("b");
        assertThat(list.number("X-Num-Records")).isEqualTo(2);
        assertThat(device.get(device.path20("/info/collections"))
                        .json()
                        .get("history")
                        .asLong())
                .isEqualTo(post.version());
    }

    @Test
    void deletingRaisesTheVersion() {
        var collection = device.path20("/storage/forms");
        var post = device.post(collection, "[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]")
                .expect(200);

        var one = device.delete(collection + "/a").expect(204);
        var ids = device.delete(collection + "?ids=b,x").expect(204);
        assertThat(device.get(collection).strings("/items")).containsExactly("c");
        var all = device.delete(collection).expect(204);

        assertThat(one.version()).isGreaterThan(post.version());
        assertThat(ids.version()).isGreaterThan(one.version());
        assertThat(all.version()).isGreaterThan(ids.version());
        device.get(collection).expect(404);
        device.delete(collection).expect(404);
        device.delete(collection + "/a").expect(404);
    }

    @Test
    void aRequestThatIsNotSignedIsRefused() {
        var answer = raw.request("GET", device.path20("/info/collections"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).hasValue("Hawk");
        assertThat(answer.header("X-Timestamp")).isPresent();
    }
}
