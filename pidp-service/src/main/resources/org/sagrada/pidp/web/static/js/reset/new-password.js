// After the proof: with the recovery key the data stays readable; without it a reset makes it unreadable, and says so first.

import { hasRecoveryKey, openReset, recoveryData, reset } from "../api/account.js";
import { openKb, parts, read } from "../crypto/recovery-key.js";
import { ApiError, PageError } from "../errors.js";
import { t } from "../i18n.js";
import { showView } from "../router.js";
import { proceed } from "../signin/flow.js";
import { guarded } from "../signin/guarded.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { codeField, form, notice } from "../ui/forms.js";
import { newPassword, requireGoodPassword } from "../ui/new-password.js";

const NO_SUCH_KEY = [158, 159];

/** Uses the mailed code up and shows what comes next. */
export async function openStep({ email, saltEmail, uid, token, code }) {
  const withKey = uid !== undefined && (await hasRecoveryKey(email));
  const proven = { email, saltEmail, uid, resetToken: await openReset(token, code) };
  const next = withKey ? () => recoveryKeyView(proven) : () => passwordView(proven, null);
  await showView({ title: withKey ? "recover.title" : "newPassword.title", view: next });
}

function recoveryKeyView(proven) {
  const skip = () => showView({ title: "newPassword.title", view: () => passwordView(proven, null) });
  return card(
    t("recover.title"),
    t("recover.lead"),
    form({
      fields: [codeField(t("recover.label"), { name: "recoveryKey", inputMode: "text", autocomplete: "off", autofocus: true }, t("recover.hint"))],
      label: t("action.continue"),
      submit: async ({ recoveryKey }) => {
        const kept = await open(proven, recoveryKey);
        showView({ title: "newPassword.title", view: () => passwordView(proven, kept) });
      },
    }),
    h("p", { className: "asides" }, h("button", { type: "button", className: "link", onclick: skip }, t("recover.without"))),
  );
}

async function open({ uid, resetToken }, typed) {
  const bytes = read(typed);
  if (!bytes) {
    throw new PageError("error.recoveryKeyForm", "recoveryKey");
  }
  const { id } = await parts(bytes, uid);
  try {
    return { kB: await openKb(bytes, uid, await recoveryData(resetToken, id)), recoveryKeyId: id };
  } catch (error) {
    if (error instanceof ApiError && NO_SUCH_KEY.includes(error.errno)) {
      throw new PageError("error.recoveryKeyWrong", "recoveryKey");
    }
    throw error;
  }
}

function passwordView(proven, kept) {
  return card(
    t("newPassword.title"),
    t("newPassword.lead", { email: proven.email }),
    kept ? notice("success", t("newPassword.kept")) : notice("warning", h("strong", {}, t("newPassword.lost")), " " + t("newPassword.lostDetail")),
    form({
      fields: [
        h("input", { type: "email", name: "email", autocomplete: "username", value: proven.email, hidden: true, readOnly: true }),
        ...newPassword({ autofocus: true }),
      ],
      label: t("newPassword.submit"),
      danger: !kept,
      submit: async (typed) => {
        requireGoodPassword(typed, proven.email);
        const signIn = await reset(proven.resetToken, proven.email, proven.saltEmail, typed.password, kept);
        guarded(() => proceed(signIn));
      },
    }),
  );
}
