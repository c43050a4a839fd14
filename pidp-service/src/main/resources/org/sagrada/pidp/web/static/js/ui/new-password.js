// A password that is chosen: twice, long enough, and not the address.

import { PageError } from "../errors.js";
import { t } from "../i18n.js";
import { passwordField } from "./forms.js";

const SHORTEST = 8;

export const newPassword = (properties = {}) => [
  passwordField(t("password.new"), { name: "password", autocomplete: "new-password", minLength: SHORTEST, ...properties }, t("password.hint")),
  passwordField(t("password.again"), { name: "passwordAgain", autocomplete: "new-password" }),
];

/** @throws {PageError} that says what is wrong with it */
export function requireGoodPassword({ password, passwordAgain }, email) {
  if (password.length < SHORTEST) {
    throw new PageError("error.passwordShort", "password", { length: SHORTEST });
  }
  if (password.toLowerCase() === email.toLowerCase()) {
    throw new PageError("error.passwordIsEmail", "password");
  }
  if (password !== passwordAgain) {
    throw new PageError("error.passwordsDiffer", "passwordAgain");
  }
}
