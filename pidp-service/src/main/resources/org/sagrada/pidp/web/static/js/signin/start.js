// The front door: an address, then in or up.

import { exists } from "../api/account.js";
import { t } from "../i18n.js";
import { signUpRule } from "../page.js";
import { go, viewLink } from "../router.js";
import { current } from "../session.js";
import { card } from "../ui/card.js";
import { field, form } from "../ui/forms.js";
import { email, obstacle, purpose, rememberEmail, request } from "./flow.js";

export const title = "start.title";

export async function view() {
  if (!request() && (await current())) {
    return void go("/settings", { replace: true });
  }
  if (email) {
    return void go((await exists(email).catch(() => true)) ? "/signin" : "/signup", { replace: true });
  }
  return card(
    t(`start.title.${await purpose()}`),
    t("start.lead"),
    await obstacle(),
    form({
      fields: [field(t("email.label"), { name: "email", type: "email", autocomplete: "username", autofocus: true })],
      label: t("action.continue"),
      submit: async ({ email: typed }) => {
        rememberEmail(typed.trim());
        await go((await exists(typed.trim())) || signUpRule === "closed" ? "/signin" : "/signup");
      },
    }),
    signUpRule !== "closed" && viewLink("/signup", t("start.signUp"), { className: "aside" }),
  );
}
