// A sign-in from its beginning to where it was for: what was asked for, what is known so far, and what is left to do.

import { authorize } from "../api/oauth.js";
import { fetchKb } from "../api/account.js";
import { PageError } from "../errors.js";
import { announce, beginFlow, canLink, firefoxStatus, handOver, wantsWebChannel } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { go, showNode, showView } from "../router.js";
import { keep } from "../session.js";
import { card, loading } from "../ui/card.js";
import { notice } from "../ui/forms.js";

const parameters = new URLSearchParams(location.search);

/** Where to go after a sign-in that nobody but this page asked for. */
let next = "/settings";

/** The address that the user typed last, or that the page was opened with. */
export let email = parameters.get("email") ?? parameters.get("login_hint") ?? "";

/** Whether whoever opened the page named the account: then no other may sign in. */
export const isFixed = () => /force_auth/.test(location.pathname + location.search) && email !== "";

export const rememberEmail = (typed) => {
  email = typed;
};

export const returnTo = (path) => {
  next = path;
};

/** What a Firefox or an application asked for in the page's address; null when somebody just came by. */
export function request() {
  if (!parameters.has("client_id")) {
    return null;
  }
  return Object.fromEntries(
    ["client_id", "scope", "state", "code_challenge", "code_challenge_method", "keys_jwk", "access_type", "redirect_uri"]
      .filter((name) => parameters.has(name))
      .map((name) => [name, parameters.get(name)]),
  );
}

/** What the sign-in is for: "firefox", "application" or "account". */
export async function purpose() {
  if (wantsWebChannel() || (await firefoxStatus())) {
    return "firefox";
  }
  return request() ? "application" : "account";
}

/** A warning where the page was opened as if by Firefox, and no Firefox answers; else null. */
export async function obstacle() {
  return wantsWebChannel() && !(await firefoxStatus()) ? notice("warning", t("error.noFirefox")) : null;
}

/** Asks Firefox whether this account may be linked, where there is a Firefox. */
export async function requireLinkable(address, uid) {
  if ((await purpose()) === "firefox" && !(await canLink(address, uid))) {
    throw new PageError("error.notLinked");
  }
}

/** Goes on after the right password: to whatever is still to be proved, then to the end. */
export async function proceed(signIn) {
  rememberEmail(signIn.email);
  if (signIn.verified) {
    await complete(signIn);
  } else if (signIn.verificationMethod === "totp-2fa") {
    showView(await (await import("./second-step.js")).step(signIn));
  } else {
    showView(await (await import("./confirm.js")).step(signIn));
  }
}

/** Goes on once everything is proved. */
export async function complete(signIn) {
  showNode(card(t("complete.title"), null, loading(t("complete.keys"))), t("complete.title"));
  const kB = await fetchKb(signIn.keyFetchToken ?? signIn.keyFetchTokenVersion2, signIn.unwrapBKey);
  const account = { ...signIn, kB };
  const status = await firefoxStatus();
  if (signIn.isNew && status?.capabilities?.choose_what_to_sync) {
    showView((await import("./engines.js")).step(account, status.capabilities.engines));
  } else {
    await finish(account, null);
  }
}

/** Hands over what was asked for. `engines` is the user's choice; null leaves it as it is. */
export async function finish(account, engines) {
  switch (await purpose()) {
    case "firefox":
      return finishInFirefox(account, engines);
    case "application":
      return finishElsewhere(account);
    default:
      keep(account);
      return go(next, { replace: true });
  }
}

async function finishInFirefox(account, engines) {
  showNode(card(t("complete.title"), null, loading(t("complete.firefox"))), t("complete.title"));
  if (!(await firefoxStatus())) {
    throw new PageError("error.noFirefox");
  }
  const asked = request() ?? (await beginFlow());
  if (!asked) {
    keep(account);
    return go(next, { replace: true });
  }
  if (!account.isNew) {
    await requireLinkable(account.email, account.uid);
  }
  const granted = await authorize(account.sessionToken, asked, account.uid, account.kB);
  await announce(account, engines);
  await handOver(granted, Boolean(account.isNew), engines);
  keep(account, true);
  return showView(await import("./done.js"));
}

async function finishElsewhere(account) {
  const granted = await authorize(account.sessionToken, request(), account.uid, account.kB);
  if (!granted.redirect?.startsWith("http")) {
    throw new PageError("error.noFirefox");
  }
  location.assign(granted.redirect);
}
