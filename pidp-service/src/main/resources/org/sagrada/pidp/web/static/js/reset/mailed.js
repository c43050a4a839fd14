// Where the link in a mail leads that resets a password.

import { PageError } from "../errors.js";
import { t } from "../i18n.js";
import { viewLink } from "../router.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { errorNotice } from "../ui/forms.js";
import { openStep } from "./new-password.js";

export const title = "forgot.title";

export async function view() {
  const { token, code, email, emailToHashWith, uid } = Object.fromEntries(new URLSearchParams(location.search));
  try {
    if (!token || !code || !email) {
      throw new PageError("mailed.brokenAdvice");
    }
    await openStep({ email, saltEmail: emailToHashWith ?? email, uid, token, code });
    return null;
  } catch (error) {
    return card(t("mailed.failed"), null, errorNotice(error), h("p", { className: "actions" }, viewLink("/reset_password", t("forgot.again"), { className: "button" })));
  }
}
