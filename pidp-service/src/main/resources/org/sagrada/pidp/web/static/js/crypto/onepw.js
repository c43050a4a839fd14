// The onepw protocol, client's side: what a password becomes before anything leaves this page.

import { hex, unhex, utf8, xor } from "./bytes.js";
import { hkdf, hmacFits, sha256 } from "./derive.js";

const NAMESPACE = "identity.mozilla.com/picl/v1/";
const ITERATIONS = 1000;

/**
 * Stretches a password.
 * @param email in the spelling that the account was made with: it is the salt
 * @returns {{authPW: string, unwrapBKey: Uint8Array}} the proof for the server, and the key that stays here
 */
export async function stretch(email, password) {
  const key = await crypto.subtle.importKey("raw", utf8(password), "PBKDF2", false, ["deriveBits"]);
  const salt = utf8(`${NAMESPACE}quickStretch:${email}`);
  const parameters = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS };
  const quick = new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
  return {
    authPW: hex(await hkdf(quick, `${NAMESPACE}authPW`, 32)),
    unwrapBKey: await hkdf(quick, `${NAMESPACE}unwrapBkey`, 32),
  };
}

/** What a token stands for: the id that requests name, the key that signs, the key that seals answers. */
export async function tokenKeys(kind, token) {
  const bytes = await hkdf(unhex(token), NAMESPACE + kind, 96);
  return { id: hex(bytes.slice(0, 32)), requestKey: bytes.slice(32, 64), bundleKey: bytes.slice(64) };
}

/** Opens the answer of account/keys. */
export async function openBundle(bundle, bundleKey) {
  const bytes = unhex(bundle);
  const keys = await hkdf(bundleKey, `${NAMESPACE}account/keys`, 96);
  const sealed = bytes.slice(0, 64);
  if (bytes.length !== 96 || !(await hmacFits(keys.slice(0, 32), bytes.slice(64), sealed))) {
    throw new Error("The keys were not sealed for this sign-in.");
  }
  const plain = xor(sealed, keys.slice(32));
  return { kA: plain.slice(0, 32), wrapKb: plain.slice(32) };
}

/** The key of all that is encrypted; the same operation wraps and unwraps it. */
export const unwrap = (wrapKb, unwrapBKey) => xor(wrapKb, unwrapBKey);

/** The 64 bytes under which Sync's own keys are kept: the encrypting half and the signing half. */
export const syncKey = (kB) => hkdf(kB, `${NAMESPACE}oldsync`, 64);

/** The first half of kB's hash, by which servers tell one key from the next. */
export const fingerprint = async (kB) => (await sha256(kB)).slice(0, 16);
