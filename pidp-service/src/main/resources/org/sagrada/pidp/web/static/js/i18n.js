// The texts of the pages, in the language that the document came in.

import { assetUrl } from "./page.js";

export const LANGUAGES = { en: "English", de: "Deutsch" };
export const language = document.documentElement.lang;

const messages = {};

/** Loads the texts that every page needs, or with a name those of one part. */
export async function loadMessages(part = "") {
  const answer = await fetch(assetUrl(`messages/${part && `${part}.`}${language}.json`));
  Object.assign(messages, await answer.json());
}

export const has = (key) => key in messages;

/** The text for a key, with `{name}` filled in. A key without a text shows itself, so that tests find it. */
export function t(key, values = {}) {
  const message = messages[key] ?? `⟨${key}⟩`;
  return message.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The same for a text with elements in it: a list of texts and nodes. */
export function rich(key, nodes) {
  const message = messages[key] ?? `⟨${key}⟩`;
  return message.split(/(\{\w+\})/).map((part) => nodes[part.slice(1, -1)] ?? part);
}

/** Remembers the reader's choice, and shows the page again in it. */
export function chooseLanguage(tag) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `sagrada_lang=${tag}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
  location.reload();
}

/** The reader's own kind of the language, for dates: en-GB where the page is in English. */
const region = navigator.languages.find((tag) => tag.startsWith(language)) ?? language;

export const formatDate = (ms) =>
  new Intl.DateTimeFormat(region, { dateStyle: "medium", timeStyle: "short" }).format(new Date(ms));

/** "3 hours ago", in the largest unit that fits. */
export function formatAgo(ms) {
  const seconds = Math.round((ms - Date.now()) / 1000);
  const units = [["day", 86_400], ["hour", 3600], ["minute", 60]];
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(region, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}
