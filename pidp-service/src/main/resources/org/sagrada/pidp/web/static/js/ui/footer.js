// The foot of every page: language, help.

import { chooseLanguage, language, LANGUAGES, t } from "../i18n.js";
import { h } from "./dom.js";

const HELP = "https://github.com/sagrada-sync/sagrada/blob/main/docs/firefox.md";

export function drawFooter() {
  document.getElementById("footer").replaceChildren(
    h(
      "label",
      { className: "language" },
      h("span", { className: "visually-hidden" }, t("footer.language")),
      h(
        "select",
        { id: "language", onchange: ({ target }) => chooseLanguage(target.value) },
        ...Object.entries(LANGUAGES).map(([tag, name]) => h("option", { value: tag, lang: tag, selected: tag === language }, name)),
      ),
    ),
    h("a", { href: HELP, rel: "noreferrer", target: "_blank" }, t("footer.help")),
  );
}
