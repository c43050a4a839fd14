// Writes a note and reads all notes, sealed so that no server can read them. Node.js 20 or newer, without any package; in a
// browser the same code works with `crypto` from the page and a prompt for the password.
//
//     SAGRADA_PASSWORD=... node notes.mjs http://localhost:8000 me@example.org "Milk, bread"

const NS = "identity.mozilla.com/picl/v1/";
const SCOPE = "https://identity.mozilla.com/apps/oldsync";
const CLIENT = "5882386c6d801776"; // a client that may trade its session for tokens; register your own with the server's operator
const { subtle } = crypto;

const utf8 = text => new TextEncoder().encode(text);
const hex = bytes => Buffer.from(bytes).toString("hex");
const fromHex = text => new Uint8Array(Buffer.from(text, "hex"));
const base64 = bytes => Buffer.from(bytes).toString("base64");
const fromBase64 = text => new Uint8Array(Buffer.from(text, "base64"));
const base64url = bytes => Buffer.from(bytes).toString("base64url");
const xor = (a, b) => a.map((byte, i) => byte ^ b[i]);
const random = size => crypto.getRandomValues(new Uint8Array(size));
const sha256 = async bytes => new Uint8Array(await subtle.digest("SHA-256", bytes));

async function hkdf(key, info, bytes) {
  const base = await subtle.importKey("raw", key, "HKDF", false, ["deriveBits"]);
  const bits = await subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(info) }, base, bytes * 8);
  return new Uint8Array(bits);
}

async function hmac(key, data) {
  const imported = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", imported, data));
}

async function verified(key, mac, data) {
  const imported = await subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  return subtle.verify("HMAC", imported, mac, data);
}

// --- HTTP, signed with Hawk ------------------------------------------------------------------------------------------

async function call(method, url, { body, hawk, headers = {} } = {}) {
  const data = body === undefined ? undefined : JSON.stringify(body);
  const all = { ...headers };
  if (data !== undefined) { all["Content-Type"] = "application/json"; }
  if (hawk) { all.Authorization = await hawkHeader(method, new URL(url), data, hawk); }
  const answer = await fetch(url, { method, headers: all, body: data });
  const text = await answer.text();
  if (!answer.ok) {
    throw Object.assign(new Error(`${method} ${url}: ${answer.status} ${text}`), { status: answer.status });
  }
  return text ? JSON.parse(text) : null;
}

async function hawkHeader(method, url, data, { id, key }) {
  const ts = Math.floor(Date.now() / 1000), nonce = base64url(random(6));
  const port = url.port || (url.protocol === "https:" ? 443 : 80);
  const hash = data === undefined ? "" : base64(await sha256(utf8(`hawk.1.payload\napplication/json\n${data}\n`)));
  const text = `hawk.1.header\n${ts}\n${nonce}\n${method}\n${url.pathname}${url.search}\n${url.hostname}\n${port}\n${hash}\n\n`;
  const mac = base64(await hmac(key, utf8(text)));
  return `Hawk id="${id}", ts="${ts}", nonce="${nonce}"${hash && `, hash="${hash}"`}, mac="${mac}"`;
}

/** What follows from a token of the identity provider: Hawk's id and key, and what is behind them. */
async function tokenKeys(token, kind) {
  const out = await hkdf(fromHex(token), NS + kind, 96);
  return { hawk: { id: hex(out.slice(0, 32)), key: out.slice(32, 64) }, rest: out.slice(64) };
}

// --- signing in, keys, a token for the storage ------------------------------------------------------------------------

/** The password is stretched here; the server gets authPW, from which nobody can derive what unwraps the key. */
async function signIn(server, email, password) {
  const base = await subtle.importKey("raw", utf8(password), "PBKDF2", false, ["deriveBits"]);
  const salt = utf8(`${NS}quickStretch:${email}`);
  const stretched = new Uint8Array(await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations: 1000 }, base, 256));
  const login = await call("POST", `${server}/v1/account/login?keys=true`,
    { body: { email, authPW: hex(await hkdf(stretched, `${NS}authPW`, 32)) } });
  const { hawk, rest } = await tokenKeys(login.keyFetchToken, "keyFetchToken");
  const bundle = fromHex((await call("GET", `${server}/v1/account/keys`, { hawk })).bundle);
  const opened = await hkdf(rest, `${NS}account/keys`, 96);
  if (!await verified(opened.slice(0, 32), bundle.slice(64), bundle.slice(0, 64))) {
    throw new Error("The keys that the server sent are not what it has signed.");
  }
  const kB = xor(xor(bundle.slice(32, 64), opened.slice(64)), await hkdf(stretched, `${NS}unwrapBkey`, 32));
  return { session: (await tokenKeys(login.sessionToken, "sessionToken")).hawk, kB };
}

/** Where the records are, and what signs requests there. */
async function storage(server, session, kB) {
  const access = await call("POST", `${server}/v1/oauth/token`,
    { hawk: session, body: { grant_type: "fxa-credentials", client_id: CLIENT, scope: SCOPE } });
  const rotated = await call("POST", `${server}/v1/account/scoped-key-data`,
    { hawk: session, body: { client_id: CLIENT, scope: SCOPE } });
  const keyId = `${rotated[SCOPE].keyRotationTimestamp}-${base64url((await sha256(kB)).slice(0, 16))}`;
  // A server whose token service is elsewhere names it in /.well-known/fxa-client-configuration.
  const place = (await call("GET", `${server}/.well-known/fxa-client-configuration`)).sync_tokenserver_base_url;
  const token = await call("GET", `${place}/1.0/sync/2.0`,
    { headers: { Authorization: `Bearer ${access.access_token}`, "X-KeyID": keyId } });
  return { endpoint: token.api_endpoint, hawk: { id: token.id, key: utf8(token.key) } };
}

// --- sealing: storage format 5 -----------------------------------------------------------------------------------------

async function seal([aes, mac], record) {
  const iv = random(16), key = await subtle.importKey("raw", aes, "AES-CBC", false, ["encrypt"]);
  const ciphertext = base64(await subtle.encrypt({ name: "AES-CBC", iv }, key, utf8(JSON.stringify(record))));
  return JSON.stringify({ ciphertext, IV: base64(iv), hmac: hex(await hmac(mac, utf8(ciphertext))) });
}

async function unseal([aes, mac], bso) {
  const { ciphertext, IV, hmac: tag } = JSON.parse(bso.payload);
  if (!await verified(mac, fromHex(tag), utf8(ciphertext))) {
    throw new Error(`The record ${bso.id} was not sealed with this key.`);
  }
  const key = await subtle.importKey("raw", aes, "AES-CBC", false, ["decrypt"]);
  const text = await subtle.decrypt({ name: "AES-CBC", iv: fromBase64(IV) }, key, fromBase64(ciphertext));
  const record = JSON.parse(new TextDecoder().decode(text));
  if (record.id !== bso.id) { throw new Error(`The record ${bso.id} is not in its place.`); }
  return record;
}

/** Writes a record that isn't there yet. Of two devices that do so at once one wins, and the other goes by what won. */
async function putFirst(url, payload, hawk) {
  try {
    await call("PUT", url, { hawk, body: { payload }, headers: { "X-If-Unmodified-Since-Version": "0" } });
  } catch (e) {
    if (e.status !== 412) { throw e; } // 412: it is there already
  }
}

/** Those in crypto/keys. The first device of an account makes them, after it has said in meta/global what format it uses. */
async function collectionKeys(endpoint, hawk, kB, collection) {
  const syncKey = await hkdf(kB, `${NS}oldsync`, 64), parent = [syncKey.slice(0, 32), syncKey.slice(32)];
  const url = `${endpoint}/storage/crypto/keys`;
  const meta = { syncID: base64url(random(9)), storageVersion: 5, engines: {}, declined: [] };
  await putFirst(`${endpoint}/storage/meta/global`, JSON.stringify(meta), hawk);
  const fresh = { id: "keys", collection: "crypto", collections: {}, default: [base64(random(32)), base64(random(32))] };
  await putFirst(url, await seal(parent, fresh), hawk);
  const keys = await unseal(parent, await call("GET", url, { hawk }));
  return (keys.collections[collection] ?? keys.default).map(fromBase64);
}

const [server, email, text] = process.argv.slice(2);
const { session, kB } = await signIn(server, email, process.env.SAGRADA_PASSWORD);
const { endpoint, hawk } = await storage(server, session, kB);
const keys = await collectionKeys(endpoint, hawk, kB, "notes");
const note = { id: base64url(random(9)), text };
await call("POST", `${endpoint}/storage/notes`, { hawk, body: [{ id: note.id, payload: await seal(keys, note) }] });
for (const bso of (await call("GET", `${endpoint}/storage/notes?full=1&sort=oldest`, { hawk })).items) {
  console.log((await unseal(keys, bso)).text);
}
await call("POST", `${server}/v1/session/destroy`, { hawk: session, body: {} });
