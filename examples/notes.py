"""Writes a note and reads all notes, sealed so that no server can read them: Python 3.9 or newer, with the package `cryptography`.

    SAGRADA_PASSWORD=... python3 notes.py http://localhost:8000 me@example.org "Milk, bread"
"""
import base64, hashlib, hmac, json, os, secrets, sys, time, urllib.error, urllib.parse, urllib.request

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

NS = "identity.mozilla.com/picl/v1/"
SCOPE = "https://identity.mozilla.com/apps/oldsync"
CLIENT = "5882386c6d801776"  # a client that may trade its session for tokens; register your own with the server's operator


def hkdf(key, info, length, salt=b""):
    prk = hmac.digest(salt or bytes(32), key, "sha256")
    out, block = b"", b""
    while len(out) < length:
        block = hmac.digest(prk, block + info.encode() + bytes([len(out) // 32 + 1]), "sha256")
        out += block
    return out[:length]


def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# --- HTTP, signed with Hawk -------------------------------------------------------------------------------------------

def call(method, url, body=None, hawk=None, headers=None):
    headers = dict(headers or {})
    data = None if body is None else json.dumps(body).encode()
    if data is not None:
        headers["Content-Type"] = "application/json"
    if hawk:
        headers["Authorization"] = hawk_header(method, url, data, *hawk)
    request = urllib.request.Request(url, data, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return json.loads(text) if text else None


def hawk_header(method, url, data, key_id, key):
    parts = urllib.parse.urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    path = parts.path + ("?" + parts.query if parts.query else "")
    stamp, nonce, digest = str(int(time.time())), secrets.token_urlsafe(6), ""
    if data is not None:
        digest = base64.b64encode(hashlib.sha256(b"hawk.1.payload\napplication/json\n" + data + b"\n").digest()).decode()
    text = "\n".join(["hawk.1.header", stamp, nonce, method, path, parts.hostname, str(port), digest, "", ""])
    mac = base64.b64encode(hmac.digest(key, text.encode(), "sha256")).decode()
    with_hash = f', hash="{digest}"' if digest else ""
    return f'Hawk id="{key_id}", ts="{stamp}", nonce="{nonce}"{with_hash}, mac="{mac}"'


def token_keys(token, kind, length):
    """What follows from a token of the identity provider: Hawk's id and key, and what is behind them."""
    out = hkdf(bytes.fromhex(token), NS + kind, length)
    return (out[:32].hex(), out[32:64]), out[64:]


# --- signing in, keys, a token for the storage -------------------------------------------------------------------------

def sign_in(server, email, password):
    """The password is stretched here; the server gets authPW, from which nobody can derive what unwraps the key."""
    stretched = hashlib.pbkdf2_hmac("sha256", password.encode(), (NS + "quickStretch:" + email).encode(), 1000)
    login = call("POST", server + "/v1/account/login?keys=true",
                 {"email": email, "authPW": hkdf(stretched, NS + "authPW", 32).hex()})
    hawk, rest = token_keys(login["keyFetchToken"], "keyFetchToken", 96)
    bundle = bytes.fromhex(call("GET", server + "/v1/account/keys", hawk=hawk)["bundle"])
    opened = hkdf(rest, NS + "account/keys", 96)
    if not hmac.compare_digest(hmac.digest(opened[:32], bundle[:64], "sha256"), bundle[64:]):
        raise SystemExit("The keys that the server sent are not what it has signed.")
    wrapped = bytes(a ^ b for a, b in zip(bundle[32:64], opened[64:96]))
    key = bytes(a ^ b for a, b in zip(wrapped, hkdf(stretched, NS + "unwrapBkey", 32)))
    session, _ = token_keys(login["sessionToken"], "sessionToken", 96)
    return session, key


def storage(server, session, kb):
    """Where the records are, and what signs requests there."""
    access = call("POST", server + "/v1/oauth/token",
                  {"grant_type": "fxa-credentials", "client_id": CLIENT, "scope": SCOPE}, hawk=session)
    rotated = call("POST", server + "/v1/account/scoped-key-data", {"client_id": CLIENT, "scope": SCOPE}, hawk=session)
    key_id = f'{rotated[SCOPE]["keyRotationTimestamp"]}-{b64url(hashlib.sha256(kb).digest()[:16])}'
    # A server whose token service is elsewhere names it in /.well-known/fxa-client-configuration.
    place = call("GET", server + "/.well-known/fxa-client-configuration")["sync_tokenserver_base_url"]
    token = call("GET", place + "/1.0/sync/2.0",
                 headers={"Authorization": "Bearer " + access["access_token"], "X-KeyID": key_id})
    return token["api_endpoint"], (token["id"], token["key"].encode())


# --- sealing: storage format 5 ------------------------------------------------------------------------------------------

def seal(keys, record):
    aes, mac = keys
    iv, padder = secrets.token_bytes(16), padding.PKCS7(128).padder()
    cipher = Cipher(algorithms.AES(aes), modes.CBC(iv)).encryptor()
    text = padder.update(json.dumps(record).encode()) + padder.finalize()
    sealed = base64.b64encode(cipher.update(text) + cipher.finalize())
    return json.dumps({"ciphertext": sealed.decode(), "IV": base64.b64encode(iv).decode(),
                       "hmac": hmac.digest(mac, sealed, "sha256").hex()})


def unseal(keys, bso):
    aes, mac = keys
    payload = json.loads(bso["payload"])
    sealed = payload["ciphertext"].encode()
    if not hmac.compare_digest(hmac.digest(mac, sealed, "sha256").hex(), payload["hmac"]):
        raise ValueError(f'The record {bso["id"]} was not sealed with this key.')
    cipher = Cipher(algorithms.AES(aes), modes.CBC(base64.b64decode(payload["IV"]))).decryptor()
    unpadder = padding.PKCS7(128).unpadder()
    text = unpadder.update(cipher.update(base64.b64decode(sealed)) + cipher.finalize()) + unpadder.finalize()
    record = json.loads(text)
    if record["id"] != bso["id"]:
        raise ValueError(f'The record {bso["id"]} is not in its place.')
    return record


def put_first(url, payload, hawk):
    """Writes a record that isn't there yet. Of two devices that do so at once one wins, and the other goes by what won."""
    try:
        call("PUT", url, {"payload": payload}, hawk, {"X-If-Unmodified-Since-Version": "0"})
    except urllib.error.HTTPError as e:
        if e.code != 412:  # it is there already
            raise


def collection_keys(endpoint, hawk, kb, collection):
    """Those in crypto/keys. The first device of an account makes them, after it has said in meta/global what format it uses."""
    sync_key = hkdf(kb, NS + "oldsync", 64)
    parent, url = (sync_key[:32], sync_key[32:]), endpoint + "/storage/crypto/keys"
    meta = {"syncID": secrets.token_urlsafe(9), "storageVersion": 5, "engines": {}, "declined": []}
    put_first(endpoint + "/storage/meta/global", json.dumps(meta), hawk)
    fresh = {"id": "keys", "collection": "crypto", "collections": {},
             "default": [base64.b64encode(secrets.token_bytes(32)).decode() for _ in range(2)]}
    put_first(url, seal(parent, fresh), hawk)
    keys = unseal(parent, call("GET", url, hawk=hawk))
    return tuple(map(base64.b64decode, keys["collections"].get(collection, keys["default"])))


def main(server, email, text):
    session, kb = sign_in(server, email, os.environ["SAGRADA_PASSWORD"])
    endpoint, hawk = storage(server, session, kb)
    keys = collection_keys(endpoint, hawk, kb, "notes")
    note = {"id": secrets.token_urlsafe(9), "text": text}
    call("POST", endpoint + "/storage/notes", [{"id": note["id"], "payload": seal(keys, note)}], hawk)
    for bso in call("GET", endpoint + "/storage/notes?full=1&sort=oldest", hawk=hawk)["items"]:
        print(unseal(keys, bso)["text"])
    call("POST", server + "/v1/session/destroy", {}, session)


if __name__ == "__main__":
    main(*sys.argv[1:])
