// Another password for who knows the old one. The data stays; every device signs in again.

import { changePassword } from "../api/settings.js";
import { passwordChanged } from "../firefox/firefox.js";
import { t } from "../i18n.js";
import { viewLink } from "../router.js";
import { keep } from "../session.js";
import { h } from "../ui/dom.js";
import { form, notice, passwordField } from "../ui/forms.js";
import { newPassword, requireGoodPassword } from "../ui/new-password.js";
import { refreshed } from "./room.js";

export const title = "changePassword.title";

export const content = (user) => [
  notice("info", t("changePassword.lead")),
  form({
    fields: [
      h("input", { type: "email", name: "email", autocomplete: "username", value: user.email, hidden: true, readOnly: true }),
      passwordField(t("password.old"), { name: "oldPassword", autocomplete: "current-password" }),
      ...newPassword(),
    ],
    label: t("changePassword.submit"),
    submit: async (typed) => {
      requireGoodPassword(typed, user.email);
      try {
        const renewed = await changePassword(user.sessionToken, user.email, typed.oldPassword, typed.password);
        keep({ ...user, sessionToken: renewed.sessionToken }, user.inFirefox);
        if (user.inFirefox) {
          await passwordChanged({ ...user, sessionToken: renewed.sessionToken });
        }
      } catch (error) {
        error.field = error.field === "password" ? "oldPassword" : error.field;
        throw error;
      }
      await refreshed("password", t("changePassword.done"));
    },
  }),
  h("p", { className: "asides" }, viewLink("/reset_password", t("action.forgot"))),
];
