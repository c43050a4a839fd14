// Making an account.

import { signUp } from "../api/account.js";
import { rich, t } from "../i18n.js";
import { signUpRule } from "../page.js";
import { viewLink } from "../router.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { field, form, notice } from "../ui/forms.js";
import { newPassword, requireGoodPassword } from "../ui/new-password.js";
import { email, obstacle, proceed, rememberEmail, requireLinkable } from "./flow.js";
import { guarded } from "./guarded.js";

export const title = "signup.title";

export async function view() {
  if (signUpRule === "closed") {
    return card(t("signup.title"), null, notice("info", t("signup.closed")), h("p", { className: "actions" }, viewLink("/signin", t("action.signIn"), { className: "button" })));
  }
  const invite = new URLSearchParams(location.search).get("invite") ?? "";
  const wantsInvite = signUpRule !== "open" || invite !== "";
  return card(
    t("signup.title"),
    t("signup.lead"),
    await obstacle(),
    form({
      fields: [
        field(t("email.label"), { name: "email", type: "email", autocomplete: "username", value: email, autofocus: email === "" }),
        ...newPassword({ autofocus: email !== "" }),
        wantsInvite && field(t("invite.label"), { name: "invite", value: invite, required: signUpRule === "invite", autocomplete: "off", spellcheck: false }, t(`invite.hint.${signUpRule}`)),
      ].filter(Boolean),
      label: t("action.signUp"),
      submit: async (typed) => {
        const address = typed.email.trim();
        rememberEmail(address);
        requireGoodPassword(typed, address);
        await requireLinkable(address);
        const answer = await signUp(address, typed.password, typed.invite?.trim());
        guarded(() => proceed(answer));
      },
    }),
    h("p", { className: "asides" }, h("span", {}, rich("signup.haveAccount", { link: viewLink("/signin", t("action.signIn")) }))),
  );
}
