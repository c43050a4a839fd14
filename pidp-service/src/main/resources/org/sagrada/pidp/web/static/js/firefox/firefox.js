// What this page and Firefox have to say to each other.

import { ask, tell } from "./webchannel.js";

const SCOPES = ["profile", "https://identity.mozilla.com/apps/oldsync"];

const isFirefox = /Firefox\/|FxiOS\//.test(navigator.userAgent);

/** Firefox on phones takes what the page says and answers questions only. */
const isOnPhone = isFirefox && /Android|iPhone|iPad/.test(navigator.userAgent);

/** A Firefox that has just been started may take its time; no other browser ever answers. In ms. */
const PATIENCE = isFirefox ? 10_000 : 1_500;

/** @type {Promise<?object>} asked once: who is signed in to this browser, and what it can do; null in other browsers */
let status;

export function firefoxStatus() {
  status ??= looksLikeFirefox()
    ? ask("fxaccounts:fxa_status", { service: "sync", context: "oauth_webchannel_v1", isPairing: false }, PATIENCE).catch(() => null)
    : Promise.resolve(null);
  return status;
}

/** Asked by its name first, so that no other browser's user waits for an answer that cannot come. */
const looksLikeFirefox = () => isFirefox || wantsWebChannel();

export const wantsWebChannel = () => (new URLSearchParams(location.search).get("context") ?? "").startsWith("oauth_webchannel");

/** Asks whether this account may be linked; Firefox warns its user when another one was here before. */
export async function canLink(email, uid) {
  const answer = await ask("fxaccounts:can_link_account", uid ? { email, uid } : { email }, isOnPhone ? PATIENCE : Infinity);
  return answer === null || answer.ok !== false;
}

/** The parameters of a sign-in that this page begins, instead of Firefox. */
export const beginFlow = () => ask("fxaccounts:oauth_flow_begin", { scopes: SCOPES }, PATIENCE).catch(() => null);

/** Tells who signed in. `device: null` has Firefox register its device again after a session ended. */
export async function announce({ email, uid, sessionToken }, engines) {
  const sync = engines ? { offeredEngines: engines.offered, declinedEngines: engines.declined } : {};
  await say("fxaccounts:login", { email, uid, sessionToken, verified: true, device: null, services: { sync } });
}

/** Hands over the code with which Firefox gets its keys; the answer says that Sync has begun. Phones take the choice of engines from here. */
export async function handOver({ code, state, redirect }, isNew, engines) {
  const chosen = engines ? { offeredSyncEngines: engines.offered, declinedSyncEngines: engines.declined } : {};
  await say("fxaccounts:oauth_login", { action: isNew ? "signup" : "signin", code, state, redirect, ...chosen });
}

const say = async (command, data) => (isOnPhone ? tell(command, data) : ask(command, data, Infinity));

export const passwordChanged = ({ email, uid, sessionToken }) =>
  ask("fxaccounts:change_password", { email, uid, sessionToken, verified: true }, 2 * PATIENCE).catch(() => null);

// After these, Firefox takes the channel down: no answer comes.
export const accountDeleted = ({ email, uid }) => tell("fxaccounts:delete", { email, uid });
export const signedOut = ({ uid }) => tell("fxaccounts:logout", { uid });

export const profileChanged = ({ uid }) => tell("profile:change", { uid });
export const openSyncSettings = () => tell("fxaccounts:sync_preferences", { entryPoint: "sagrada" });
