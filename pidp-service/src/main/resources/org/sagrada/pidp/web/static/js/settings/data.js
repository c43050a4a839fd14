// What the server knows and keeps: to take away, or to have deleted.

import { attachedClients, emails, overview, recoveryKeyExists, serviceKeys, totpExists, unlock } from "../api/settings.js";
import { t } from "../i18n.js";
import { tokenServerUrl } from "../page.js";
import { confirmed } from "../ui/confirm.js";
import { h } from "../ui/dom.js";
import { download } from "../ui/download.js";
import { actionButton, form, notice, passwordField } from "../ui/forms.js";
import { profile } from "./profile.js";
import { refreshed } from "./room.js";

export const title = "data.title";

export const content = (user) => [
  h("p", { className: "lead" }, t("data.lead")),
  h("h2", {}, t("data.account")),
  h("p", {}, t("data.accountLead")),
  actionButton(t("data.accountSubmit"), async () => download("sagrada-account.json", JSON.stringify(await everything(user), null, 2))),
  tokenServerUrl !== "" && syncedData(user),
];

const syncedData = (user) => [
  h("h2", {}, t("data.sync")),
  h("p", {}, t("data.syncLead")),
  notice("warning", t("data.syncWarning")),
  withPassword(user, t("data.syncSubmit"), false, async (storage, kB) => {
    const { open } = await import("../sync/records.js");
    const { collections, count } = await open(storage, kB);
    if (count > 0) {
      download("sagrada-data.json", JSON.stringify(collections, null, 2));
    }
    await refreshed("data", t(count > 0 ? "data.syncDone" : "data.syncEmpty", { count }));
  }),
  h("h2", {}, t("data.delete")),
  h("p", {}, t("data.deleteLead")),
  withPassword(user, t("data.deleteSubmit"), true, async (storage) => {
    if (await confirmed(t("data.deleteTitle"), t("data.deleteLead"), t("data.deleteSubmit"))) {
      await storage.deleteAll();
      await refreshed("data", t("data.deleteDone"));
    }
  }),
];

function withPassword(user, label, danger, work) {
  return form({
    danger,
    fields: [
      h("input", { type: "email", name: "email", autocomplete: "username", value: user.email, hidden: true, readOnly: true }),
      passwordField(t("password.label"), { name: "password", autocomplete: "current-password" }),
    ],
    label,
    submit: async ({ password }) => {
      const { kB } = await unlock(user.sessionToken, user.email, password);
      const { connect } = await import("../sync/storage.js");
      await work(await connect(user.sessionToken, kB), kB);
    },
  });
}

async function everything({ sessionToken }) {
  const [account, addresses, clients, secondStep, recoveryKey, keys, who] = await Promise.all([
    overview(sessionToken), emails(sessionToken), attachedClients(sessionToken), totpExists(sessionToken),
    recoveryKeyExists(sessionToken), serviceKeys(sessionToken), profile(sessionToken),
  ]);
  return { account, addresses, profile: who, devices: clients, secondStep, recoveryKey, serviceKeys: keys };
}
