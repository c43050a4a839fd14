// Who is signed in on this page: the Firefox around it, or whoever signed in in this tab. Nothing outlives the tab.

import { firefoxStatus } from "./firefox/firefox.js";

const KEY = "sagrada.session";

/** Whether somebody signed in since this document was loaded, of whom Firefox's first answer cannot know. */
let isNewer = false;

/** @returns {Promise<?{email: string, uid: string, sessionToken: string, inFirefox: boolean}>} */
export async function current() {
  const user = (await firefoxStatus())?.signedInUser;
  if (user?.sessionToken && !isNewer) {
    return { email: user.email, uid: user.uid, sessionToken: user.sessionToken, inFirefox: true };
  }
  return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
}

export function keep({ email, uid, sessionToken }, inFirefox = false) {
  isNewer = true;
  sessionStorage.setItem(KEY, JSON.stringify({ email, uid, sessionToken, inFirefox }));
}

export function forget() {
  isNewer = true;
  sessionStorage.removeItem(KEY);
}
