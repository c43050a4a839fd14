// What went wrong, in a sentence, and what to do about it in another.

import { FirefoxError } from "./firefox/webchannel.js";
import { has, t } from "./i18n.js";
import { pageUrl } from "./page.js";
import { h } from "./ui/dom.js";

const HELP = "https://github.com/sagrada-sync/sagrada/blob/main/docs/firefox.md#when-something-goes-wrong";

/** What the server answered when it refused. */
export class ApiError extends Error {
  constructor(body) {
    super(body.message ?? "");
    this.errno = body.errno ?? 999;
    this.body = body;
    this.field = { 101: "email", 102: "email", 103: "password", 105: "code", 127: "code", 183: "code", 156: "code" }[this.errno];
  }
}

/** What the page found wrong by itself: a text's key. */
export class PageError extends Error {
  constructor(key, field = undefined, values = {}) {
    super(key);
    this.key = key;
    this.field = field;
    this.values = values;
  }
}

/** Where an error has a page that mends it. */
const REMEDIES = {
  101: ["/signin", "action.signIn"],
  102: ["/signup", "action.signUp"],
  103: ["/reset_password", "action.forgot"],
  110: ["/signin", "action.signIn"],
  138: ["/signin", "action.signIn"],
};

/** @returns {{title: string, advice: string, link: ?Node}} */
export function describe(error) {
  if (error instanceof PageError) {
    return { title: t(error.key, error.values), advice: "", link: null };
  }
  if (error instanceof ApiError) {
    return describeAnswer(error);
  }
  if (error instanceof FirefoxError) {
    return { title: t("error.firefox.what"), advice: t("error.firefox.do", { reason: error.message }), link: help() };
  }
  console.warn("unexpected:", error?.name);
  return { title: t("error.unexpected.what"), advice: t("error.unexpected.do"), link: help() };
}

function describeAnswer({ errno, body }) {
  const values = { minutes: Math.max(1, Math.ceil((body.retryAfter ?? 60) / 60)), tries: body.tries };
  if (errno === 105 && body.tries !== undefined) {
    return { title: t("error.105.what"), advice: t(body.tries > 0 ? "error.105.tries" : "error.105.none", values), link: null };
  }
  const key = `error.${has(`error.${errno}.what`) ? errno : "999"}`;
  const title = t(`${key}.what`, values);
  const advice = t(`${key}.do`, values);
  const remedy = REMEDIES[errno];
  return { title, advice, link: remedy ? h("a", { href: pageUrl(remedy[0]) + location.search, "data-view": true }, t(remedy[1])) : errno === 999 ? help() : null };
}

function help() {
  return h("a", { href: HELP, rel: "noreferrer", target: "_blank" }, t("action.help"));
}
