// This Firefox is in.

import { openSyncSettings } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { pageUrl } from "../page.js";
import { card } from "../ui/card.js";
import { h, icon, ICONS } from "../ui/dom.js";
import { email } from "./flow.js";

export const title = "done.title";

export const view = () =>
  h(
    "div",
    { id: "signed-in" },
    h("div", { className: "medallion" }, icon(ICONS.check)),
    card(
      t("done.title"),
      t("done.lead", { email }),
      h(
        "p",
        { className: "actions" },
        h("a", { className: "button", href: pageUrl("/connect_another_device") }, t("done.connect")),
        h("button", { type: "button", className: "button quiet", onclick: openSyncSettings }, t("done.syncSettings")),
      ),
      h("p", { className: "asides" }, h("a", { href: pageUrl("/settings") }, t("done.manage"))),
    ),
  );
