// The OAuth endpoints: codes for a browser that signs in, tokens for this page.

import { encryptTo, scopedKey } from "../crypto/scoped-keys.js";
import { get, post } from "./http.js";

/** Firefox for desktop: the client in whose name the pages work when nobody sent them. */
export const DESKTOP_CLIENT = "5882386c6d801776";

const session = (token) => ({ token: { kind: "sessionToken", token } });

/**
 * A code for the client that asked, with the keys of its scopes sealed for it alone.
 * @param request {{client_id, scope, state, code_challenge, code_challenge_method, keys_jwk, access_type, redirect_uri}}
 * @returns {Promise<{code: string, state: string, redirect: string}>}
 */
export async function authorize(sessionToken, request, uid, kB) {
  const body = { response_type: "code", access_type: request.access_type ?? "online" };
  for (const name of ["client_id", "scope", "state", "code_challenge", "code_challenge_method", "redirect_uri"]) {
    if (request[name]) {
      body[name] = request[name];
    }
  }
  if (request.keys_jwk && kB) {
    body.keys_jwe = await sealKeys(sessionToken, request, uid, kB);
  }
  return post("/v1/oauth/authorization", body, session(sessionToken));
}

async function sealKeys(sessionToken, { client_id, scope, keys_jwk }, uid, kB) {
  const data = await post("/v1/account/scoped-key-data", { client_id, scope }, session(sessionToken));
  const keys = {};
  for (const [name, value] of Object.entries(data)) {
    keys[name] = await scopedKey(kB, uid, name, value);
  }
  return encryptTo(keys_jwk, JSON.stringify(keys));
}

export const scopedKeyData = (sessionToken, scope) =>
  post("/v1/account/scoped-key-data", { client_id: DESKTOP_CLIENT, scope }, session(sessionToken));

/** A token for this page's own calls in the user's name. */
export async function accessToken(sessionToken, scope) {
  const body = { grant_type: "fxa-credentials", client_id: DESKTOP_CLIENT, scope, ttl: 600 };
  return (await post("/v1/oauth/token", body, session(sessionToken))).access_token;
}

/** What a client is called. */
export const client = (id) => get(`/v1/oauth/client/${id}`);
