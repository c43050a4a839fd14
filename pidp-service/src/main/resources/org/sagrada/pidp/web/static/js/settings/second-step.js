// The second step: switching it on with an authenticator, its codes for paper, switching it off.

import { verifyTotp } from "../api/account.js";
import { createTotp, destroyTotp, replaceRecoveryCodes, totpExists } from "../api/settings.js";
import { PageError } from "../errors.js";
import { t } from "../i18n.js";
import { showView } from "../router.js";
import { card } from "../ui/card.js";
import { confirmed } from "../ui/confirm.js";
import { copyable } from "../ui/copyable.js";
import { h } from "../ui/dom.js";
import { download } from "../ui/download.js";
import { actionButton, codeField, form, notice } from "../ui/forms.js";
import { refreshed } from "./room.js";

export const title = "totp.title";

export async function content(user) {
  const { verified } = await totpExists(user.sessionToken);
  return verified ? on(user) : off(user);
}

const off = (user) => [
  h("p", { className: "lead" }, t("totp.lead")),
  actionButton(t("totp.begin"), async () => {
    const created = await createTotp(user.sessionToken);
    showView({ title: "totp.title", layout: "room", view: () => setUp(user, created) });
  }, "button"),
];

const setUp = (user, { qrCodeUrl, secret }) =>
  card(
    t("totp.setUp"),
    t("totp.scan"),
    h("img", { className: "qr", src: qrCodeUrl, alt: t("totp.qr") }),
    h("p", {}, t("totp.secret")),
    copyable(secret.match(/.{1,4}/g).join(" "), t("totp.secretName")),
    form({
      fields: [codeField(t("totp.code"), { maxLength: 7 })],
      label: t("totp.enable"),
      submit: async ({ code }) => {
        const { success, recoveryCodes } = await verifyTotp(user.sessionToken, code.replace(/\s/g, ""));
        if (!success) {
          throw new PageError("error.totp", "code");
        }
        showCodes(recoveryCodes);
      },
    }),
  );

const on = (user) => [
  notice("success", t("totp.isOn")),
  h("p", {}, t("totp.codesLead")),
  h(
    "div",
    { className: "actions" },
    actionButton(t("totp.newCodes"), async () => showCodes(await replaceRecoveryCodes(user.sessionToken))),
    actionButton(t("totp.disable"), async () => {
      if (await confirmed(t("totp.disableTitle"), t("totp.disableLead"), t("totp.disable"))) {
        await destroyTotp(user.sessionToken);
        await refreshed("second-step", t("totp.disabled"));
      }
    }),
  ),
];

function showCodes(codes) {
  const save = () => download("sagrada-recovery-codes.txt", codes.join("\n") + "\n", "text/plain");
  showView({
    title: "totp.codesTitle",
    layout: "room",
    view: () =>
      card(
        t("totp.codesTitle"),
        t("totp.codesKeep"),
        h("ul", { className: "paper" }, ...codes.map((code) => h("li", {}, h("code", {}, code)))),
        h(
          "p",
          { className: "actions" },
          h("button", { type: "button", className: "button", onclick: save }, h("span", {}, t("action.download"))),
          h("button", { type: "button", className: "button quiet", onclick: () => refreshed("second-step", t("totp.enabled")) }, h("span", {}, t("totp.kept"))),
        ),
      ),
  });
}
