// The settings: one view a section, for whoever is signed in; others sign in first.

import { sessionStatus } from "../api/account.js";
import { ApiError } from "../errors.js";
import { t } from "../i18n.js";
import { go, showView, viewLink } from "../router.js";
import { current, forget } from "../session.js";
import { currentPath } from "../page.js";
import { returnTo, rememberEmail } from "../signin/flow.js";
import { card } from "../ui/card.js";
import { h, icon, ICONS } from "../ui/dom.js";
import { notice } from "../ui/forms.js";

const GONE = 110;

/** The view of a section: its module has a title and makes the content for a user. */
export async function section(name) {
  const { title, content } = await import(`./${name}.js`);
  return { title, layout: "room", view: () => open(title, content, name) };
}

async function open(title, content, name) {
  const user = await current();
  if (!user) {
    returnTo(currentPath());
    return void go("/signin", { replace: true });
  }
  try {
    const { state } = await sessionStatus(user.sessionToken);
    if (state !== "verified") {
      return unverified(user);
    }
    return sheet(title, await content(user), name);
  } catch (error) {
    if (error instanceof ApiError && error.errno === GONE) {
      forget();
      rememberEmail(user.email);
      returnTo(currentPath());
      return ended(user);
    }
    throw error;
  }
}

function sheet(title, content, name) {
  const back = name !== "overview" && viewLink("/settings", [icon(ICONS.back), t("overview.title")], { className: "back" });
  return h("div", { className: "sheet" }, back, card(t(title), null, content));
}

const ended = (user) =>
  card(
    t("ended.title"),
    t("ended.lead", { email: user.email }),
    h("p", { className: "actions" }, viewLink("/signin", t("action.signIn"), { className: "button" })),
  );

function unverified(user) {
  rememberEmail(user.email);
  forget();
  return card(t("ended.unverified"), null, notice("info", t("ended.unverifiedLead")), h("p", { className: "actions" }, viewLink("/signin", t("action.signIn"), { className: "button" })));
}

/** Shows a section again after it changed, with a word about that. */
export async function refreshed(name, message) {
  await showView(await section(name));
  const told = notice("success", message);
  document.querySelector("#main h1").after(told);
}
