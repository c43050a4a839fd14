// Waiting for what was mailed: the link, or the code typed here.

import { resendMail, sendShortCode, verification, verifyMailed, verifyShortCode } from "../api/account.js";
import { PageError } from "../errors.js";
import { t } from "../i18n.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { actionButton, codeField, form, notice } from "../ui/forms.js";
import { complete } from "./flow.js";
import { guarded } from "./guarded.js";

const POLL_MS = 2500;
const LONG_CODE = /^[0-9a-f]{32}$/i;
const SHORT_CODE = /^[0-9]{6}$/;

/** A view that goes on as soon as the session is verified, wherever that happens. */
export function step(signIn) {
  const reason = signIn.verificationReason === "signup" ? "signup" : "login";
  return { title: `confirm.title.${reason}`, view: () => view(signIn, reason) };
}

function view(signIn, reason) {
  const told = h("div", {});
  const content = card(
    t(`confirm.title.${reason}`),
    t(`confirm.lead.${reason}`, { email: signIn.email }),
    form({
      fields: [codeField(t("code.label"), { inputMode: "text" }, t("confirm.hint"))],
      label: t("action.confirm"),
      submit: async ({ code }) => {
        await verify(signIn, code.replace(/\s/g, ""));
        guarded(() => complete({ ...signIn, verified: true }));
      },
    }),
    told,
    h("div", { className: "asides" },
      actionButton(t("confirm.short"), async () => {
        await sendShortCode(signIn.sessionToken);
        told.replaceChildren(notice("success", t("confirm.shortSent", { email: signIn.email })));
      }),
      actionButton(t("confirm.resend"), async () => {
        await resendMail(signIn.sessionToken);
        told.replaceChildren(notice("success", t("confirm.resent", { email: signIn.email })));
      }),
    ),
    h("p", { className: "hint" }, t("confirm.spam")),
  );
  poll(signIn, content);
  return content;
}

async function verify({ uid, sessionToken }, code) {
  if (SHORT_CODE.test(code)) {
    await verifyShortCode(sessionToken, code);
  } else if (LONG_CODE.test(code)) {
    await verifyMailed(uid, code);
  } else {
    throw new PageError("error.codeForm", "code");
  }
}

/** Asks as long as the view is shown; a failed question is asked again. */
async function poll(signIn, content) {
  await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  if (!content.isConnected) {
    return;
  }
  const status = document.hidden ? null : await verification(signIn.sessionToken).catch(() => null);
  if (content.isConnected && status?.verified) {
    guarded(() => complete({ ...signIn, verified: true }));
  } else {
    poll(signIn, content);
  }
}
