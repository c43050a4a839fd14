// Which view an address shows. Steps within a view have no address: they need what was typed before, which no address may hold.

import { loadMessages, t } from "./i18n.js";
import { currentPath, pageUrl } from "./page.js";
import { card } from "./ui/card.js";
import { h } from "./ui/dom.js";
import { errorNotice } from "./ui/forms.js";

const signIn = () => import("./signin/start.js");
const connect = async () => (await Promise.all([import("./devices/connect.js"), loadMessages("settings")]))[0];
const settings = (section) => async () => {
  const [room] = await Promise.all([import("./settings/room.js"), loadMessages("settings")]);
  return room.section(section);
};

const VIEWS = {
  "/": signIn,
  "/signin": () => import("./signin/signin.js"),
  "/signup": () => import("./signin/signup.js"),
  "/force_auth": signIn,
  "/oauth": signIn,
  "/oauth/signin": () => import("./signin/signin.js"),
  "/oauth/signup": () => import("./signin/signup.js"),
  "/oauth/force_auth": signIn,
  "/authorization": signIn,
  "/reset_password": () => import("./reset/forgot.js"),
  "/complete_reset_password": () => import("./reset/mailed.js"),
  "/verify_email": () => import("./signin/mailed.js"),
  "/verify_secondary_email": () => import("./signin/mailed.js"),
  "/complete_signin": () => import("./signin/mailed.js"),
  "/connect_another_device": connect,
  "/pair": connect,
  "/post_verify/third_party_auth/set_password": settings("password"),
  "/settings": settings("overview"),
  "/settings/avatar/change": settings("profile"),
  "/settings/display_name": settings("profile"),
  "/settings/clients": settings("devices"),
  "/settings/change_password": settings("password"),
  "/settings/emails": settings("emails"),
  "/settings/two_step_authentication": settings("second-step"),
  "/settings/account_recovery": settings("recovery-key"),
  "/settings/data": settings("data"),
  "/settings/delete_account": settings("delete-account"),
};

let showing = 0;

/** Goes to an address of ours, with the query that Firefox or an application opened the page with. */
export async function go(path, { replace = false } = {}) {
  const url = pageUrl(path) + location.search;
  history[replace ? "replaceState" : "pushState"](null, "", url);
  await showCurrent();
}

/** Shows what the address names. */
export async function showCurrent() {
  const mine = ++showing;
  const path = currentPath();
  const find = path.startsWith("/oauth/success/") ? () => import("./signin/success.js") : VIEWS[path];
  try {
    await showView(await find(), () => mine === showing);
  } catch (error) {
    showNode(card(t("error.page.title"), null, errorNotice(error), h("p", { className: "actions" }, h("a", { className: "button", href: "" }, t("action.reload")))), t("error.page.title"));
  }
}

/** Shows a view: a module with a title's key and a function that makes the content. */
export async function showView({ title, view, layout = "door" }, isWanted = () => true) {
  const content = await view();
  if (content && isWanted()) {
    document.body.dataset.layout = layout;
    showNode(content, t(title));
  }
}

/** Shows content in the place of what was there, and takes readers and keyboards to its headline. */
export function showNode(content, title) {
  const main = document.getElementById("main");
  main.replaceChildren(content);
  document.title = title ? `${title} · Sagrada` : "Sagrada";
  document.getElementById("announcer").textContent = title ?? "";
  const focused = content.querySelector("[data-focus]") ?? content.querySelector("h1");
  if (focused?.tagName === "H1") {
    focused.tabIndex = -1;
  }
  focused?.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** Links to our own views are followed without loading the document again. */
export function watchLinks() {
  addEventListener("popstate", showCurrent);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-view]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      history.pushState(null, "", link.href);
      showCurrent();
    }
  });
}

/** A link to one of our views, which keeps what the page was opened with. */
export const viewLink = (path, text, properties = {}) =>
  h("a", { href: pageUrl(path) + location.search, "data-view": true, ...properties }, text);
