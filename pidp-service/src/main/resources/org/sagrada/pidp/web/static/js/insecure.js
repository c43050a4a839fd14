// What to show where the browser has no cryptography for us.

import { rich, t } from "./i18n.js";
import { server } from "./page.js";
import { card, steps } from "./ui/card.js";
import { h } from "./ui/dom.js";
import { notice } from "./ui/forms.js";

const HELP = "https://github.com/sagrada-sync/sagrada/blob/main/docs/firefox.md";

export const title = "insecure.title";

export function view() {
  const secured = location.href.replace(/^http:/, "https:");
  return card(
    t("insecure.title"),
    t("insecure.lead", { address: location.host }),
    notice("warning", t("insecure.why")),
    h("h2", {}, t("insecure.todo")),
    steps(
      rich("insecure.https", { link: h("a", { href: secured }, secured.split("?")[0]) }),
      rich("insecure.localhost", { address: h("code", {}, "http://localhost:8000") }),
      rich("insecure.operator", { link: h("a", { href: HELP, rel: "noreferrer" }, t("insecure.help")) }),
    ),
    server.startsWith("https:") && h("p", { className: "hint" }, t("insecure.known", { server })),
  );
}
