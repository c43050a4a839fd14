// How the next device gets in.

import { t, rich } from "../i18n.js";
import { currentPath, pageUrl, server } from "../page.js";
import { card, steps } from "../ui/card.js";
import { h, icon, ICONS } from "../ui/dom.js";
import { notice } from "../ui/forms.js";
import { copyable } from "../ui/copyable.js";

export const title = "connect.title";
export const layout = "room";

const PREFERENCE = "identity.fxaccounts.autoconfig.uri";

export const view = () =>
  card(
    t("connect.title"),
    t("connect.lead"),
    currentPath() === "/pair" && notice("info", t("connect.noPairing")),
    h("h2", {}, icon(ICONS.desktop), t("connect.desktop")),
    steps(
      rich("connect.desktop.1", { page: h("code", {}, "about:config") }),
      [t("connect.desktop.2"), copyable(PREFERENCE, t("connect.preference"))],
      [t("connect.desktop.3"), copyable(server, t("connect.server"))],
      t("connect.desktop.4"),
    ),
    h("h2", {}, icon(ICONS.mobile), t("connect.android")),
    steps(
      t("connect.android.1"),
      t("connect.android.2"),
      [t("connect.android.3"), copyable(server, t("connect.server"))],
      t("connect.android.4"),
    ),
    h("p", { className: "asides" }, h("a", { href: pageUrl("/settings/clients") }, t("connect.devices"))),
  );
