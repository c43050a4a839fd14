// Keys for one scope each, derived from kB, and their way to the browser: a JWE to the key that it made for this sign-in.

import { base64url, concat, text, unbase64url, unhex, utf8 } from "./bytes.js";
import { hkdf, sha256 } from "./derive.js";
import { fingerprint, syncKey } from "./onepw.js";

export const SYNC_SCOPE = "https://identity.mozilla.com/apps/oldsync";
const SCOPED_KEY_INFO = "identity.mozilla.com/picl/v1/scoped_key\n";

/** The key of one scope as a JWK. `data` is the server's: identifier, keyRotationSecret, keyRotationTimestamp (ms). */
export async function scopedKey(kB, uid, scope, data) {
  if (scope === SYNC_SCOPE) {
    const kid = `${data.keyRotationTimestamp}-${base64url(await fingerprint(kB))}`;
    return { scope, kty: "oct", kid, k: base64url(await syncKey(kB)) };
  }
  const secret = concat(kB, unhex(data.keyRotationSecret));
  const derived = await hkdf(secret, SCOPED_KEY_INFO + data.identifier, 48, unhex(uid));
  const seconds = Math.round(data.keyRotationTimestamp / 1000);
  return { scope, kty: "oct", kid: `${seconds}-${base64url(derived.slice(0, 16))}`, k: base64url(derived.slice(16)) };
}

/**
 * Encrypts to a P-256 key: compact JWE, ECDH-ES, A256GCM (RFC 7516, 7518).
 * @param recipient the public JWK in base64url, as it stands in the page's address
 * @param own for tests with a known outcome: `{keyPair, iv}`
 */
export async function encryptTo(recipient, plaintext, own = {}) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { crv, kty, x, y } = JSON.parse(text(unbase64url(recipient)));
  const theirs = await crypto.subtle.importKey("jwk", { crv, kty, x, y }, curve, false, []);
  const pair = own.keyPair ?? (await crypto.subtle.generateKey(curve, true, ["deriveBits"]));
  const iv = own.iv ?? crypto.getRandomValues(new Uint8Array(12));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, pair.privateKey, 256);
  const epk = await crypto.subtle.exportKey("jwk", pair.publicKey);
  const header = own.header ?? { alg: "ECDH-ES", enc: "A256GCM", epk: { crv: epk.crv, kty: epk.kty, x: epk.x, y: epk.y } };
  const protectedHeader = base64url(utf8(JSON.stringify(header)));
  const key = await concatKdf(new Uint8Array(shared));
  return sealed(key, protectedHeader, iv, utf8(plaintext));
}

/** Seals under a key that both ends have: compact JWE, alg "dir". */
export async function sealDirect(key, kid, plaintext, iv = crypto.getRandomValues(new Uint8Array(12))) {
  const header = base64url(utf8(JSON.stringify({ enc: "A256GCM", alg: "dir", kid })));
  return sealed(key, header, iv, utf8(plaintext));
}

/** Opens what {@link sealDirect} made. */
export async function openDirect(key, jwe) {
  const [header, , iv, ciphertext, tag] = jwe.split(".");
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const parameters = { name: "AES-GCM", iv: unbase64url(iv), additionalData: utf8(header), tagLength: 128 };
  return text(
    await crypto.subtle.decrypt(parameters, imported, concat(unbase64url(ciphertext), unbase64url(tag))),
  );
}

async function sealed(key, header, iv, plaintext) {
  const imported = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt"]);
  const parameters = { name: "AES-GCM", iv, additionalData: utf8(header), tagLength: 128 };
  const bytes = new Uint8Array(await crypto.subtle.encrypt(parameters, imported, plaintext));
  const body = bytes.slice(0, -16);
  return [header, "", base64url(iv), base64url(body), base64url(bytes.slice(-16))].join(".");
}

/** Concat KDF (NIST SP 800-56A) with one round: algorithm A256GCM, no party info, 256 bits. */
async function concatKdf(shared) {
  const number = (value) => new Uint8Array([0, 0, 0, value]);
  const algorithm = utf8("A256GCM");
  const info = concat(number(algorithm.length), algorithm, number(0), number(0), new Uint8Array([0, 0, 1, 0]));
  return sha256(concat(number(1), shared, info));
}
