// The recovery key: 20 random bytes on paper that open a copy of kB.

import { hex, unhex } from "./bytes.js";
import { hkdf } from "./derive.js";
import { openDirect, sealDirect } from "./scoped-keys.js";

// Crockford's: no letter that could be read as a digit.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const VERSION = "A";

/** As people write it down: the version letter and 32 characters, in groups of four. */
export function spell(bytes) {
  let bits = "";
  for (const byte of bytes) {
    bits += byte.toString(2).padStart(8, "0");
  }
  const letters = bits.match(/.{1,5}/g).map((group) => ALPHABET[parseInt(group.padEnd(5, "0"), 2)]);
  return (VERSION + letters.join("")).match(/.{1,4}/g).join(" ");
}

/** Reads what {@link spell} wrote, however it was typed; null when it is no recovery key. */
export function read(typed) {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");
  if (letters.length !== 33 || !letters.startsWith(VERSION)) {
    return null;
  }
  const values = Array.from(letters.slice(1), (letter) => ALPHABET.indexOf(letter));
  if (values.includes(-1)) {
    return null;
  }
  const bits = values.map((value) => value.toString(2).padStart(5, "0")).join("");
  return Uint8Array.from(bits.match(/.{8}/g), (byte) => parseInt(byte, 2));
}

/** The name under which the server keeps it, and the key that opens kB. */
export async function parts(bytes, uid) {
  const salt = unhex(uid);
  return {
    id: hex(await hkdf(bytes, "fxa recovery fingerprint", 16, salt)),
    key: await hkdf(bytes, "fxa recovery encrypt key", 32, salt),
  };
}

export async function sealKb(bytes, uid, kB) {
  const { id, key } = await parts(bytes, uid);
  return { recoveryKeyId: id, recoveryData: await sealDirect(key, id, JSON.stringify({ kB: hex(kB) })) };
}

export async function openKb(bytes, uid, recoveryData) {
  const { key } = await parts(bytes, uid);
  return unhex(JSON.parse(await openDirect(key, recoveryData)).kB);
}
