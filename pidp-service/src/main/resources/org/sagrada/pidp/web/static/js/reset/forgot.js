// The password is forgotten: a code by mail, then a new one.

import { sendResetCode, verifyResetCode } from "../api/account.js";
import { t } from "../i18n.js";
import { showView, viewLink } from "../router.js";
import { email, rememberEmail } from "../signin/flow.js";
import { guarded } from "../signin/guarded.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { actionButton, codeField, field, form, notice } from "../ui/forms.js";
import { openStep } from "./new-password.js";

export const title = "forgot.title";

export const view = () =>
  card(
    t("forgot.title"),
    t("forgot.lead"),
    form({
      fields: [field(t("email.label"), { name: "email", type: "email", autocomplete: "username", value: email, autofocus: true })],
      label: t("forgot.send"),
      submit: async (typed) => {
        const address = typed.email.trim();
        rememberEmail(address);
        await sendResetCode(address);
        showView({ title: "forgot.code.title", view: () => codeView(address) });
      },
    }),
    h("p", { className: "asides" }, viewLink("/signin", t("forgot.remembered"))),
  );

function codeView(address) {
  const told = h("div", {});
  return card(
    t("forgot.code.title"),
    t("forgot.code.lead", { email: address }),
    form({
      fields: [codeField(t("code.label"), { maxLength: 9, autofocus: true }, t("forgot.code.hint"))],
      label: t("action.continue"),
      submit: async ({ code }) => {
        const { token, code: proof, uid, emailToHashWith } = await verifyResetCode(address, code.replace(/\s/g, ""));
        guarded(() => openStep({ email: address, saltEmail: emailToHashWith, uid, token, code: proof }));
      },
    }),
    told,
    h("div", { className: "asides" }, actionButton(t("confirm.resend"), async () => {
      await sendResetCode(address);
      told.replaceChildren(notice("success", t("confirm.resent", { email: address })));
    })),
    h("p", { className: "hint" }, t("confirm.spam")),
  );
}
