// What this page and Firefox have to say to each other.

import { ask, tell } from "./webchannel.js";

const SCOPES = ["profile", "https://identity.mozilla.com/apps/oldsync"];

/** @type {Promise<?object>} asked once: who is signed in to this browser, and what it can do; null in other browsers */
let status;

export function firefoxStatus() {
  status ??= looksLikeFirefox()
    ? ask("fxaccounts:fxa_status", { service: "sync", context: "oauth_webchannel_v1", isPairing: false }).catch(() => null)
    : Promise.resolve(null);
  return status;
}

/** Asked by its name first, so that no other browser's user waits for an answer that cannot come. */
const looksLikeFirefox = () => /Firefox\//.test(navigator.userAgent) || wantsWebChannel();

export const wantsWebChannel = () => (new URLSearchParams(location.search).get("context") ?? "").startsWith("oauth_webchannel");

/** Asks whether this account may be linked; Firefox warns its user when another one was here before. */
export async function canLink(email, uid) {
  const answer = await ask("fxaccounts:can_link_account", uid ? { email, uid } : { email }, null);
  return answer === null || answer.ok !== false;
}

/** The parameters of a sign-in that this page begins, instead of Firefox. */
export const beginFlow = () => ask("fxaccounts:oauth_flow_begin", { scopes: SCOPES }).catch(() => null);

/** Tells who signed in. `device: null` has Firefox register its device again after a session ended. */
export async function announce({ email, uid, sessionToken }, engines) {
  const sync = engines ? { offeredEngines: engines.offered, declinedEngines: engines.declined } : {};
  await ask("fxaccounts:login", { email, uid, sessionToken, verified: true, device: null, services: { sync } }, null);
}

/** Hands over the code with which Firefox gets its keys; the answer says that Sync has begun. */
export const handOver = ({ code, state, redirect }) => ask("fxaccounts:oauth_login", { action: "signin", code, state, redirect }, null);

export const passwordChanged = ({ email, uid, sessionToken }) =>
  ask("fxaccounts:change_password", { email, uid, sessionToken, verified: true }, 15_000).catch(() => null);

// After these, Firefox takes the channel down: no answer comes.
export const accountDeleted = ({ email, uid }) => tell("fxaccounts:delete", { email, uid });
export const signedOut = ({ uid }) => tell("fxaccounts:logout", { uid });

export const profileChanged = ({ uid }) => tell("profile:change", { uid });
export const openSyncSettings = () => tell("fxaccounts:sync_preferences", { entryPoint: "sagrada" });
