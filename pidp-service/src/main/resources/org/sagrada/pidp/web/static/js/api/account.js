// The account API for signing up, signing in and getting back in. Passwords go no further than this.

import { hex, xor } from "../crypto/bytes.js";
import { openBundle, stretch, tokenKeys, unwrap } from "../crypto/onepw.js";
import { ApiError } from "../errors.js";
import { get, post } from "./http.js";

const WRONG_SPELLING = 120;

/** The options of a request that a session makes. */
export const session = (token) => ({ token: { kind: "sessionToken", token } });

export const exists = async (email) => (await post("/v1/account/status", { email })).exists;

/**
 * What a sign-in or sign-up leads to: who it is, and what is needed to get the keys once the session is verified.
 * @typedef {{email: string, saltEmail: string, uid: string, sessionToken: string, keyFetchToken: string,
 *   unwrapBKey: Uint8Array, verified: boolean, verificationMethod: ?string, verificationReason: ?string, isNew: boolean}} SignIn
 */

/** @returns {Promise<SignIn>} */
export async function signUp(email, password, invite) {
  const { authPW, unwrapBKey } = await stretch(email, password);
  const answer = await post("/v1/account/create?keys=true", { email, authPW, ...(invite ? { invite } : {}) });
  return { ...answer, email, saltEmail: email, unwrapBKey, isNew: true };
}

/** @returns {Promise<SignIn>} */
export async function signIn(email, password, unblockCode) {
  const more = unblockCode ? { unblockCode } : {};
  return withSpelling(email, password, async (saltEmail, { authPW, unwrapBKey }, original) => {
    const answer = await post("/v1/account/login?keys=true", { email: saltEmail, authPW, ...original, ...more });
    return { ...answer, email, saltEmail, unwrapBKey, isNew: false };
  });
}

/** Does it with the address as typed and, where the password's salt is another spelling or address, with that one. */
export async function withSpelling(email, password, work) {
  try {
    return await work(email, await stretch(email, password), {});
  } catch (error) {
    if (!(error instanceof ApiError) || error.errno !== WRONG_SPELLING) {
      throw error;
    }
    const saltEmail = error.body.email;
    return work(saltEmail, await stretch(saltEmail, password), { originalLoginEmail: email });
  }
}

/** The key of everything, once the session is verified. The token is used up. */
export async function fetchKb(keyFetchToken, unwrapBKey) {
  const { bundleKey } = await tokenKeys("keyFetchToken", keyFetchToken);
  const { bundle } = await get("/v1/account/keys", { token: { kind: "keyFetchToken", token: keyFetchToken } });
  return unwrap((await openBundle(bundle, bundleKey)).wrapKb, unwrapBKey);
}

export const sendUnblockCode = (email) => post("/v1/account/login/send_unblock_code", { email });

export const verification = (token) => get("/v1/recovery_email/status", session(token));
export const resendMail = (token) => post("/v1/recovery_email/resend_code", {}, session(token));
export const verifyMailed = (uid, code) => post("/v1/recovery_email/verify_code", { uid, code });
export const sendShortCode = (token) => post("/v1/session/resend_code", {}, session(token));
export const verifyShortCode = (token, code) => post("/v1/session/verify_code", { code }, session(token));
export const verifyTotp = (token, code) => post("/v1/session/verify/totp", { code }, session(token));
export const verifyRecoveryCode = (token, code) => post("/v1/session/verify/recoveryCode", { code }, session(token));
export const sessionStatus = (token) => get("/v1/session/status", session(token));
export const signOut = (token) => post("/v1/session/destroy", {}, session(token));

// The way back in for who lost the password.

export const sendResetCode = (email) => post("/v1/password/forgot/send_otp", { email });
export const verifyResetCode = (email, code) => post("/v1/password/forgot/verify_otp", { email, code });
export const hasRecoveryKey = async (email) => (await post("/v1/recoveryKey/exists", { email })).exists;

export async function openReset(token, code) {
  const answer = await post("/v1/password/forgot/verify_code", { code }, { token: { kind: "passwordForgotToken", token } });
  return answer.accountResetToken;
}

export async function recoveryData(accountResetToken, recoveryKeyId) {
  const token = { kind: "accountResetToken", token: accountResetToken };
  return (await get(`/v1/recoveryKey/${recoveryKeyId}`, { token })).recoveryData;
}

/**
 * Sets a new password and signs in with it.
 * @param kept {{kB: Uint8Array, recoveryKeyId: string}=} without it, what the old password encrypted is lost
 * @returns {Promise<SignIn>}
 */
export async function reset(accountResetToken, email, saltEmail, password, kept) {
  const { authPW, unwrapBKey } = await stretch(saltEmail, password);
  const more = kept ? { wrapKb: hex(xor(kept.kB, unwrapBKey)), recoveryKeyId: kept.recoveryKeyId } : {};
  const token = { kind: "accountResetToken", token: accountResetToken };
  const answer = await post("/v1/account/reset?keys=true", { authPW, sessionToken: true, ...more }, { token });
  return { ...answer, email, saltEmail, unwrapBKey, isNew: false };
}
