// The second step: a code of an authenticator, or one off the paper.

import { verifyRecoveryCode, verifyTotp } from "../api/account.js";
import { PageError } from "../errors.js";
import { t } from "../i18n.js";
import { showView } from "../router.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { codeField, form } from "../ui/forms.js";
import { complete } from "./flow.js";
import { guarded } from "./guarded.js";

/** @param onVerified what to do then; a sign-in goes on by default */
export function step(signIn, onVerified = () => complete({ ...signIn, verified: true })) {
  return { title: "secondStep.title", view: () => authenticator(signIn, onVerified) };
}

function authenticator(signIn, onVerified) {
  return card(
    t("secondStep.title"),
    t("secondStep.lead"),
    form({
      fields: [codeField(t("secondStep.label"), { maxLength: 7, autofocus: true })],
      label: t("action.confirm"),
      submit: async ({ code }) => {
        const { success } = await verifyTotp(signIn.sessionToken, digits(code));
        if (!success) {
          throw new PageError("error.totp", "code");
        }
        guarded(onVerified);
      },
    }),
    other("secondStep.usePaper", () => paper(signIn, onVerified)),
  );
}

function paper(signIn, onVerified) {
  return card(
    t("secondStep.paperTitle"),
    t("secondStep.paperLead"),
    form({
      fields: [codeField(t("secondStep.paperLabel"), { inputMode: "text", autocomplete: "off", autofocus: true })],
      label: t("action.confirm"),
      submit: async ({ code }) => {
        await verifyRecoveryCode(signIn.sessionToken, code.replace(/[\s-]/g, ""));
        guarded(onVerified);
      },
    }),
    other("secondStep.useAuthenticator", () => authenticator(signIn, onVerified)),
  );
}

const other = (key, view) =>
  h("p", { className: "asides" }, h("button", { type: "button", className: "link", onclick: () => showView({ title: "secondStep.title", view }) }, t(key)));

function digits(code) {
  const bare = code.replace(/\s/g, "");
  if (!/^[0-9]{6}$/.test(bare)) {
    throw new PageError("error.totpForm", "code");
  }
  return bare;
}
