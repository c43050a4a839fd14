package org.sagrada.model.onepw;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sagrada.model.crypto.Hkdf;

/** The prefix that keeps one derivation apart from every other. */
final class Namespace {

    static final String PREFIX = "identity.mozilla.com/picl/v1/";

    private Namespace() {}

    static byte[] info(String name) {
        return (PREFIX + name).getBytes(UTF_8);
    }

    static byte[] derive(Key32 from, String name, int length) {
        return Hkdf.derive(from.bytes(), info(name), length);
    }

    static Key32 derive(Key32 from, String name) {
        return Key32.of(derive(from, name, Key32.LENGTH));
    }
}
