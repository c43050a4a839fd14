// All of an account at a glance.

import { signOut } from "../api/account.js";
import { attachedClients, overview, recoveryKeyExists, totpExists } from "../api/settings.js";
import { signedOut } from "../firefox/firefox.js";
import { formatDate, t } from "../i18n.js";
import { go, viewLink } from "../router.js";
import { forget } from "../session.js";
import { confirmed } from "../ui/confirm.js";
import { h } from "../ui/dom.js";
import { actionButton } from "../ui/forms.js";
import { portrait, profile } from "./profile.js";

export const title = "overview.title";

export async function content(user) {
  const token = user.sessionToken;
  const [account, clients, totp, recoveryKey, who] = await Promise.all([
    overview(token), attachedClients(token), totpExists(token), recoveryKeyExists(token), profile(token).catch(() => null),
  ]);
  const primary = account.emails.find((email) => email.isPrimary)?.email ?? user.email;
  return [
    h("div", { className: "who" }, portrait(who, primary), h("div", {}, who?.displayName && h("strong", {}, who.displayName), h("p", {}, primary))),
    h(
      "ul",
      { className: "rows" },
      row("/settings/display_name", "profile.title", who?.displayName || t("profile.none")),
      row("/settings/clients", "devices.title", t(clients.length === 1 ? "devices.one" : "devices.many", { count: clients.length })),
      row("/settings/change_password", "changePassword.title", t("overview.since", { date: formatDate(account.passwordCreatedAt) })),
      row("/settings/emails", "emails.title", primary),
      row("/settings/two_step_authentication", "totp.title", t(totp.verified ? "overview.on" : "overview.off"), totp.verified),
      row("/settings/account_recovery", "recoveryKey.title", t(recoveryKey ? "overview.made" : "overview.notMade"), recoveryKey),
      row("/settings/data", "data.title", t("data.summary")),
      row("/settings/delete_account", "deleteAccount.title", t("deleteAccount.summary")),
    ),
    actionButton(t(user.inFirefox ? "overview.disconnect" : "action.signOut"), () => leave(user)),
  ];
}

function row(path, key, value, isGood) {
  const state = isGood === undefined ? "" : isGood ? " good" : " open";
  return h("li", {}, viewLink(path, [h("span", { className: "name" }, t(key)), h("span", { className: `value${state}` }, value)]));
}

async function leave(user) {
  if (user.inFirefox && !(await confirmed(t("overview.disconnectTitle"), t("overview.disconnectLead"), t("overview.disconnect")))) {
    return;
  }
  await signOut(user.sessionToken);
  forget();
  if (user.inFirefox) {
    signedOut(user);
  }
  await go("/signin", { replace: true });
}
