// The end of an account and all it has.

import { destroyAccount } from "../api/settings.js";
import { accountDeleted } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { showNode, viewLink } from "../router.js";
import { forget } from "../session.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { form, notice, passwordField } from "../ui/forms.js";

export const title = "deleteAccount.title";

export const content = (user) => [
  notice("warning", h("strong", {}, t("deleteAccount.warning")), " " + t("deleteAccount.detail")),
  viewLink("/settings/data", t("deleteAccount.download"), { className: "aside" }),
  form({
    fields: [
      h("input", { type: "email", name: "email", autocomplete: "username", value: user.email, hidden: true, readOnly: true }),
      passwordField(t("password.label"), { name: "password", autocomplete: "current-password" }, t("deleteAccount.why")),
      h("label", { className: "choice" }, h("input", { type: "checkbox", name: "sure", required: true }), h("span", {}, t("deleteAccount.sure"))),
    ],
    label: t("deleteAccount.submit"),
    danger: true,
    submit: async ({ password }) => {
      await destroyAccount(user.sessionToken, user.email, password);
      forget();
      if (user.inFirefox) {
        accountDeleted(user);
      }
      document.body.dataset.layout = "door";
      showNode(card(t("deleteAccount.done"), t("deleteAccount.doneLead"), h("p", { className: "asides" }, viewLink("/signup", t("action.signUp")))), t("deleteAccount.done"));
    },
  }),
];
