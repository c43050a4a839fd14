// The recovery key: made here, shown once, kept by nobody but the user.

import { keepRecoveryKey, recoveryKeyExists, removeRecoveryKey, unlock } from "../api/settings.js";
import { random } from "../crypto/bytes.js";
import { sealKb, spell } from "../crypto/recovery-key.js";
import { t } from "../i18n.js";
import { showView } from "../router.js";
import { card } from "../ui/card.js";
import { confirmed } from "../ui/confirm.js";
import { copyable } from "../ui/copyable.js";
import { h } from "../ui/dom.js";
import { download } from "../ui/download.js";
import { actionButton, form, notice, passwordField } from "../ui/forms.js";
import { refreshed } from "./room.js";

const BYTES = 20;

export const title = "recoveryKey.title";

export async function content(user) {
  const exists = await recoveryKeyExists(user.sessionToken);
  return [
    h("p", { className: "lead" }, t("recoveryKey.lead")),
    exists && notice("success", t("recoveryKey.exists")),
    form({
      fields: [
        h("input", { type: "email", name: "email", autocomplete: "username", value: user.email, hidden: true, readOnly: true }),
        passwordField(t("password.label"), { name: "password", autocomplete: "current-password" }, t("recoveryKey.why")),
      ],
      label: t(exists ? "recoveryKey.replace" : "recoveryKey.make"),
      submit: async ({ password }) => showKey(user, await make(user, password)),
    }),
    exists && actionButton(t("recoveryKey.remove"), async () => {
      if (await confirmed(t("recoveryKey.removeTitle"), t("recoveryKey.removeLead"), t("action.remove"))) {
        await removeRecoveryKey(user.sessionToken);
        await refreshed("recovery-key", t("recoveryKey.removed"));
      }
    }),
  ];
}

async function make(user, password) {
  const { kB } = await unlock(user.sessionToken, user.email, password);
  const bytes = random(BYTES);
  await keepRecoveryKey(user.sessionToken, await sealKb(bytes, user.uid, kB));
  return spell(bytes);
}

function showKey(user, key) {
  const save = () => download("sagrada-recovery-key.txt", `${t("recoveryKey.file", { email: user.email })}\n\n${key}\n`, "text/plain");
  showView({
    title: "recoveryKey.yours",
    layout: "room",
    view: () =>
      card(
        t("recoveryKey.yours"),
        t("recoveryKey.keep"),
        copyable(key, t("recoveryKey.title")),
        h(
          "p",
          { className: "actions" },
          h("button", { type: "button", className: "button", onclick: save }, h("span", {}, t("action.download"))),
          h("button", { type: "button", className: "button quiet", onclick: () => refreshed("recovery-key", t("recoveryKey.made")) }, h("span", {}, t("totp.kept"))),
        ),
      ),
  });
}
