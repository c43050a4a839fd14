// HKDF, HMAC and SHA-256 of the browser.

import { utf8 } from "./bytes.js";

/** HKDF-SHA256 (RFC 5869) to the given number of bytes. */
export async function hkdf(secret, info, length, salt = new Uint8Array(0)) {
  const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveBits"]);
  const parameters = { name: "HKDF", hash: "SHA-256", salt, info: utf8(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, length * 8));
}

export async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

export async function hmac(key, bytes) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, bytes));
}

/** Whether a MAC is the message's; compared in constant time by the browser. */
export async function hmacFits(key, mac, bytes) {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  return crypto.subtle.verify("HMAC", imported, mac, bytes);
}
