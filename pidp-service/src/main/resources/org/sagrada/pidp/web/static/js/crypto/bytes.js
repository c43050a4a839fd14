// Bytes and their spellings. All functions are pure.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8, without normalisation: a password counts as it was typed. */
export const utf8 = (text) => encoder.encode(text);

export const text = (bytes) => decoder.decode(bytes);

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export function unhex(digits) {
  if (!/^([0-9a-f]{2})*$/i.test(digits)) {
    throw new TypeError("not hexadecimal");
  }
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

export const unbase64 = (letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));

/** URL-safe and without padding (RFC 7515). */
export const base64url = (bytes) =>
  base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

export const unbase64url = (letters) => unbase64(letters.replaceAll("-", "+").replaceAll("_", "/"));

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function xor(a, b) {
  if (a.length !== b.length) {
    throw new TypeError("different lengths");
  }
  return a.map((byte, index) => byte ^ b[index]);
}

export const random = (length) => crypto.getRandomValues(new Uint8Array(length));
