// The addresses of the account. Another address is added and proved first, then made the one to sign in with.

import { addEmail, emails, makePrimary, removeEmail, resendTo } from "../api/settings.js";
import { profileChanged } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { keep } from "../session.js";
import { h } from "../ui/dom.js";
import { actionButton, field, form } from "../ui/forms.js";
import { refreshed } from "./room.js";

export const title = "emails.title";

export async function content(user) {
  const listed = await emails(user.sessionToken);
  return [
    h("p", { className: "lead" }, t("emails.lead")),
    h("ul", { className: "devices" }, ...listed.map((email) => row(email, user))),
    h("h2", {}, t("emails.add")),
    form({
      fields: [field(t("emails.new"), { name: "email", type: "email", autocomplete: "email" })],
      label: t("emails.addSubmit"),
      submit: async ({ email }) => {
        await addEmail(user.sessionToken, email.trim());
        const added = (await emails(user.sessionToken)).find((one) => one.email.toLowerCase() === email.trim().toLowerCase());
        await refreshed("emails", t(added?.verified ? "emails.added" : "emails.mailed", { email: email.trim() }));
      },
    }),
  ];
}

function row({ email, isPrimary, verified }, user) {
  const token = user.sessionToken;
  return h(
    "li",
    { className: isPrimary ? "current" : "" },
    h("div", {}, h("strong", {}, email), h("p", { className: "hint" }, t(isPrimary ? "emails.primary" : verified ? "emails.verified" : "emails.unverified"))),
    !isPrimary && !verified && actionButton(t("confirm.resend"), async () => {
      await resendTo(token, email);
      await refreshed("emails", t("emails.mailed", { email }));
    }),
    !isPrimary && verified && actionButton(t("emails.makePrimary"), async () => {
      await makePrimary(token, email);
      keep({ ...user, email }, user.inFirefox);
      if (user.inFirefox) {
        profileChanged(user);
      }
      await refreshed("emails", t("emails.madePrimary", { email }));
    }),
    !isPrimary && actionButton(t("action.remove"), async () => {
      await removeEmail(token, email);
      await refreshed("emails", t("emails.removed", { email }));
    }),
  );
}
