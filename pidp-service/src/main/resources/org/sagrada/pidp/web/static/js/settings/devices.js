// Who is signed in to the account, and ending it.

import { attachedClients, detach } from "../api/settings.js";
import { signedOut } from "../firefox/firefox.js";
import { formatAgo, t } from "../i18n.js";
import { go, viewLink } from "../router.js";
import { forget } from "../session.js";
import { confirmed } from "../ui/confirm.js";
import { h, icon, ICONS } from "../ui/dom.js";
import { actionButton } from "../ui/forms.js";
import { refreshed } from "./room.js";

export const title = "devices.title";

export async function content(user) {
  const clients = await attachedClients(user.sessionToken);
  clients.sort((a, b) => b.isCurrentSession - a.isCurrentSession || b.lastAccessTime - a.lastAccessTime);
  return [
    h("p", { className: "lead" }, t("devices.lead")),
    h("ul", { className: "devices" }, ...clients.map((client) => device(client, user))),
    h("p", { className: "actions" }, viewLink("/connect_another_device", t("done.connect"), { className: "button" })),
  ];
}

function device(client, user) {
  const name = client.name ?? browserName(client.userAgent);
  const drawing = client.deviceType === "mobile" || client.deviceType === "tablet" ? ICONS.mobile : client.deviceId ? ICONS.desktop : ICONS.web;
  const details = [
    client.isCurrentSession ? t("devices.this") : t("devices.used", { ago: formatAgo(client.lastAccessTime) }),
    client.deviceId ? null : t("devices.web"),
  ].filter(Boolean);
  return h(
    "li",
    { className: client.isCurrentSession ? "current" : "" },
    icon(drawing),
    h("div", {}, h("strong", {}, name), h("p", { className: "hint" }, details.join(" · "))),
    actionButton(t("devices.revoke"), () => revoke(client, name, user)),
  );
}

async function revoke(client, name, user) {
  if (!(await confirmed(t("devices.revokeTitle", { name }), t("devices.revokeLead"), t("devices.revoke")))) {
    return;
  }
  await detach(user.sessionToken, client);
  if (client.isCurrentSession) {
    forget();
    if (user.inFirefox) {
      signedOut(user);
    }
    await go("/signin", { replace: true });
  } else {
    await refreshed("devices", t("devices.revoked", { name }));
  }
}

/** "Firefox, Linux", as far as a browser tells what it is. */
function browserName(userAgent) {
  const browser = /Firefox|Edg|OPR|Chrome|Safari/.exec(userAgent)?.[0];
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/.exec(userAgent)?.[0];
  const names = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  return [browser, system].filter(Boolean).map((name) => names[name] ?? name).join(", ") || t("devices.unknown");
}
