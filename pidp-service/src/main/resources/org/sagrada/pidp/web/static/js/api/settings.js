// The account API for somebody who is signed in: what there is, and changing it.

import { hex, xor } from "../crypto/bytes.js";
import { stretch, tokenKeys } from "../crypto/onepw.js";
import { fetchKb, session, withSpelling } from "./account.js";
import { call, get, post } from "./http.js";

/**
 * Changes the password; the keys stay, every other session ends.
 * @returns {Promise<SignIn>} a session in the place of the one that was given
 */
export async function changePassword(sessionToken, email, oldPassword, password) {
  const { id } = await tokenKeys("sessionToken", sessionToken);
  return withSpelling(email, oldPassword, async (saltEmail, old, original) => {
    const started = await post("/v1/password/change/start", { email: saltEmail, oldAuthPW: old.authPW, ...original }, session(sessionToken));
    const kB = await fetchKb(started.keyFetchToken ?? started.keyFetchToken2, old.unwrapBKey);
    const next = await stretch(saltEmail, password);
    const token = { kind: "passwordChangeToken", token: started.passwordChangeToken };
    const body = { authPW: next.authPW, wrapKb: hex(xor(kB, next.unwrapBKey)), sessionToken: id };
    const answer = await post("/v1/password/change/finish?keys=true", body, { token });
    return { ...answer, email, saltEmail, unwrapBKey: next.unwrapBKey, isNew: false };
  });
}

/** Asks for the password once more, and gets the keys for it. */
export async function unlock(sessionToken, email, password) {
  return withSpelling(email, password, async (saltEmail, { authPW, unwrapBKey }, original) => {
    const answer = await post("/v1/session/reauth?keys=true", { email: saltEmail, authPW, ...original }, session(sessionToken));
    return { kB: await fetchKb(answer.keyFetchToken, unwrapBKey), saltEmail, authPW };
  });
}

export async function destroyAccount(sessionToken, email, password) {
  return withSpelling(email, password, (saltEmail, { authPW }, original) =>
    post("/v1/account/destroy", { email: saltEmail, authPW, ...original }, session(sessionToken)));
}

// What a signed-in user sees and changes.

export const overview = (token) => get("/v1/account", session(token));
export const attachedClients = (token) => get("/v1/account/attached_clients", session(token));
export const detach = (token, client) => {
  const { clientId, deviceId, sessionTokenId, refreshTokenId } = client;
  const named = Object.entries({ clientId, deviceId, sessionTokenId, refreshTokenId }).filter(([, value]) => value !== null);
  return post("/v1/account/attached_client/destroy", Object.fromEntries(named), session(token));
};
export const emails = (token) => get("/v1/recovery_emails", session(token));
export const addEmail = (token, email) => post("/v1/recovery_email", { email }, session(token));
export const removeEmail = (token, email) => post("/v1/recovery_email/destroy", { email }, session(token));
export const makePrimary = (token, email) => post("/v1/recovery_email/set_primary", { email }, session(token));
export const resendTo = (token, email) => post("/v1/recovery_email/resend_code", { email }, session(token));
export const totpExists = (token) => get("/v1/totp/exists", session(token));
export const createTotp = (token) => post("/v1/totp/create", {}, session(token));
export const destroyTotp = (token) => post("/v1/totp/destroy", {}, session(token));
export const replaceRecoveryCodes = async (token) => (await get("/v1/recoveryCodes", session(token))).recoveryCodes;
export const recoveryKeyExists = async (token) => (await post("/v1/recoveryKey/exists", {}, session(token))).exists;
export const keepRecoveryKey = (token, sealed) => post("/v1/recoveryKey", { ...sealed, replaceKey: true }, session(token));
export const serviceKeys = (token) => get("/v1/service_keys", session(token));
export const removeRecoveryKey = (token) => call("DELETE", "/v1/recoveryKey", session(token));
