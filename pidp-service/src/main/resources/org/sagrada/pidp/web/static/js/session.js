// Who is signed in on this page: the Firefox around it, or whoever signed in in this tab. Nothing outlives the tab.

import { firefoxStatus } from "./firefox/firefox.js";

const KEY = "sagrada.session";

/** @returns {Promise<?{email: string, uid: string, sessionToken: string, inFirefox: boolean}>} */
export async function current() {
  const own = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  const user = (await firefoxStatus())?.signedInUser;
  if (user?.sessionToken && user.uid !== own?.uid) {
    return { email: user.email, uid: user.uid, sessionToken: user.sessionToken, inFirefox: true };
  }
  return own ? { ...own, inFirefox: own.inFirefox || user?.uid === own.uid } : null;
}

export function keep({ email, uid, sessionToken }, inFirefox = false) {
  sessionStorage.setItem(KEY, JSON.stringify({ email, uid, sessionToken, inFirefox }));
}

export const forget = () => sessionStorage.removeItem(KEY);
