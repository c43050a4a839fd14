// Signing in with address and password.

import { sendUnblockCode, signIn } from "../api/account.js";
import { ApiError } from "../errors.js";
import { rich, t } from "../i18n.js";
import { signUpRule } from "../page.js";
import { viewLink } from "../router.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { actionButton, codeField, field, form, notice, passwordField } from "../ui/forms.js";
import { email, isFixed, obstacle, proceed, purpose, rememberEmail } from "./flow.js";
import { guarded } from "./guarded.js";

const TOO_MANY = 114;

export const title = "signin.title";

export async function view() {
  const address = field(t("email.label"), {
    name: "email", type: "email", autocomplete: "username", value: email, readOnly: isFixed(), autofocus: email === "",
  });
  const password = passwordField(t("password.label"), {
    name: "password", autocomplete: "current-password", autofocus: email !== "",
  });
  const unblock = h("div", { className: "group" });
  return card(
    t("signin.title"),
    t(`signin.lead.${await purpose()}`),
    await obstacle(),
    form({
      fields: [address, password, unblock],
      label: t("action.signIn"),
      submit: async (typed) => {
        const answer = await attempt(typed, unblock);
        guarded(() => proceed(answer));
      },
    }),
    h(
      "p",
      { className: "asides" },
      viewLink("/reset_password", t("action.forgot")),
      signUpRule !== "closed" && !isFixed() && h("span", {}, rich("signin.noAccount", { link: viewLink("/signup", t("action.signUp")) })),
    ),
  );
}

async function attempt(typed, unblock) {
  const address = typed.email.trim();
  rememberEmail(address);
  try {
    return await signIn(address, typed.password, typed.code?.trim());
  } catch (error) {
    if (error instanceof ApiError && error.errno === TOO_MANY && !unblock.hasChildNodes()) {
      offerUnblocking(address, unblock);
    }
    throw error;
  }
}

/** Whoever reads the account's mail gets past the limit of wrong passwords. */
function offerUnblocking(address, place) {
  const offer = actionButton(t("unblock.send"), async () => {
    await sendUnblockCode(address);
    place.replaceChildren(notice("info", t("unblock.sent", { email: address })), codeField(t("unblock.label"), { inputMode: "text", maxLength: 8 }));
    place.querySelector("input").focus();
  });
  place.replaceChildren(offer);
}
