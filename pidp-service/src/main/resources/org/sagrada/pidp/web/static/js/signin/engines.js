// Choosing what this Firefox keeps in sync.

import { has, t } from "../i18n.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { form } from "../ui/forms.js";
import { finish } from "./flow.js";

const KNOWN = ["bookmarks", "history", "passwords", "tabs", "addresses", "creditcards", "addons", "prefs"];

/** @param offered what this Firefox can sync */
export function step(account, offered) {
  const engines = KNOWN.filter((engine) => offered.includes(engine)).concat(offered.filter((engine) => !KNOWN.includes(engine)));
  return { title: "engines.title", view: () => view(account, engines) };
}

function view(account, engines) {
  return card(
    t("engines.title"),
    t("engines.lead"),
    form({
      className: "choices",
      fields: [h("fieldset", {}, h("legend", { className: "visually-hidden" }, t("engines.title")), ...engines.map(choice))],
      label: t("engines.submit"),
      submit: async (typed) => {
        const declined = engines.filter((engine) => !(engine in typed));
        await finish(account, { offered: engines, declined });
      },
    }),
  );
}

function choice(engine) {
  const key = `engines.${engine}`;
  return h(
    "label",
    { className: "choice" },
    h("input", { type: "checkbox", name: engine, checked: true }),
    h("span", {}, has(key) ? t(key) : engine),
  );
}
