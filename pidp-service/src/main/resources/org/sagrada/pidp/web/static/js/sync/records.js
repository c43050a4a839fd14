// Records as Firefox encrypts them: AES-256-CBC, and an HMAC over the text of the ciphertext.

import { text, unbase64, unhex, utf8 } from "../crypto/bytes.js";
import { hmacFits } from "../crypto/derive.js";
import { syncKey } from "../crypto/onepw.js";

const PLAIN = ["meta"];

/** Everything in a storage, readable. What cannot be opened is kept as it is, so that nothing is missing. */
export async function open(storage, kB) {
  const key = await syncKey(kB);
  const names = await storage.collections();
  const keys = await collectionKeys(storage, names, { enc: key.slice(0, 32), mac: key.slice(32) });
  const collections = {};
  let count = 0;
  for (const name of names.filter((one) => one !== "crypto")) {
    collections[name] = [];
    for await (const record of storage.records(name)) {
      collections[name].push(PLAIN.includes(name) ? record : await readable(record, keys(name)));
      count += 1;
    }
  }
  return { collections, count };
}

async function readable(record, keys) {
  try {
    return { id: record.id, modified: record.modified, ...JSON.parse(await decrypt(record.payload, keys)) };
  } catch {
    return record;
  }
}

/** The keys of each collection, which lie under the sync key in a collection of their own. */
async function collectionKeys(storage, names, bundle) {
  if (!names.includes("crypto")) {
    return () => bundle;
  }
  for await (const record of storage.records("crypto")) {
    if (record.id === "keys") {
      const { default: common, collections = {} } = JSON.parse(await decrypt(record.payload, bundle));
      const pair = ([enc, mac]) => ({ enc: unbase64(enc), mac: unbase64(mac) });
      return (name) => pair(collections[name] ?? common);
    }
  }
  return () => bundle;
}

async function decrypt(payload, { enc, mac }) {
  const { ciphertext, IV, hmac } = JSON.parse(payload);
  if (!(await hmacFits(mac, unhex(hmac), utf8(ciphertext)))) {
    throw new Error("The record is sealed with another key.");
  }
  const key = await crypto.subtle.importKey("raw", enc, "AES-CBC", false, ["decrypt"]);
  return text(await crypto.subtle.decrypt({ name: "AES-CBC", iv: unbase64(IV) }, key, unbase64(ciphertext)));
}
