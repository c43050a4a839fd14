// A text that somebody has to take elsewhere, with a button that copies it.

import { t } from "../i18n.js";
import { h, icon, ICONS } from "./dom.js";

const SHOWN_MS = 2000;

export function copyable(text, label) {
  const told = h("span", { className: "copied", role: "status" });
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    told.textContent = t("action.copied");
    setTimeout(() => told.replaceChildren(), SHOWN_MS);
  };
  return h(
    "span",
    { className: "copyable" },
    h("code", {}, text),
    h("button", { type: "button", "aria-label": t("action.copy", { what: label }), title: t("action.copy", { what: label }), onclick: copy }, icon(ICONS.copy)),
    told,
  );
}
