// The storage of a user's synced data, as the token service shows the way there. Requests are signed with Hawk.

import { accessToken, scopedKeyData } from "../api/oauth.js";
import { send } from "../api/http.js";
import { base64, base64url, random, utf8 } from "../crypto/bytes.js";
import { hmac } from "../crypto/derive.js";
import { fingerprint } from "../crypto/onepw.js";
import { SYNC_SCOPE } from "../crypto/scoped-keys.js";
import { ApiError } from "../errors.js";
import { tokenServerUrl } from "../page.js";

const PAGE = 1000;

/** Gets a token for the storage of the keys that kB stands for. */
export async function connect(sessionToken, kB) {
  const [bearer, data] = await Promise.all([accessToken(sessionToken, SYNC_SCOPE), scopedKeyData(sessionToken, SYNC_SCOPE)]);
  const keyId = `${data[SYNC_SCOPE].keyRotationTimestamp}-${base64url(await fingerprint(kB))}`;
  const headers = { Authorization: `Bearer ${bearer}`, "X-KeyID": keyId, Accept: "application/json" };
  return new Storage(await read(await send(`${tokenServerUrl}/1.0/sync/1.5`, { headers })));
}

class Storage {
  #token;

  constructor(token) {
    this.#token = token;
  }

  /** The names of the collections there are. */
  async collections() {
    return Object.keys(await read(await this.#request("GET", "/info/collections")));
  }

  /** All records of a collection, page by page. */
  async *records(collection) {
    let offset = null;
    do {
      const query = `?full=1&limit=${PAGE}${offset ? `&offset=${encodeURIComponent(offset)}` : ""}`;
      const answer = await this.#request("GET", `/storage/${collection}${query}`);
      yield* await read(answer);
      offset = answer.headers.get("X-Weave-Next-Offset");
    } while (offset);
  }

  /** Deletes everything. */
  async deleteAll() {
    await read(await this.#request("DELETE", "/storage", { "X-Confirm-Delete": "1" }));
  }

  async #request(method, path, headers = {}) {
    const url = new URL(this.#token.api_endpoint + path);
    const signed = { ...headers, Accept: "application/json", Authorization: await this.#sign(method, url) };
    return send(url, { method, headers: signed });
  }

  async #sign(method, url) {
    const ts = Math.floor(Date.now() / 1000);
    const nonce = base64url(random(9));
    const port = url.port || (url.protocol === "https:" ? "443" : "80");
    const text = ["hawk.1.header", ts, nonce, method, url.pathname + url.search, url.hostname, port, "", "", ""].join("\n");
    const mac = base64(await hmac(utf8(this.#token.key), utf8(text)));
    return `Hawk id="${this.#token.id}", ts="${ts}", nonce="${nonce}", mac="${mac}"`;
  }
}

async function read(answer) {
  if (!answer.ok) {
    // These services have no errno: what a user can do is the same for all of them.
    throw new ApiError({ errno: answer.status === 503 ? 201 : 999, retryAfter: Number(answer.headers.get("Retry-After")) || 60 });
  }
  return answer.json();
}
