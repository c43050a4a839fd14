// Where the links in mails lead that confirm an address or a sign-in.

import { verifyMailed } from "../api/account.js";
import { t } from "../i18n.js";
import { currentPath, pageUrl } from "../page.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { errorNotice, notice } from "../ui/forms.js";

export const title = "mailed.title";

export async function view() {
  const parameters = new URLSearchParams(location.search);
  const [uid, code] = [parameters.get("uid"), parameters.get("code")];
  const kind = currentPath() === "/complete_signin" ? "login" : "address";
  if (!uid || !code) {
    return card(t("mailed.broken"), null, notice("error", t("mailed.brokenAdvice")), home());
  }
  try {
    await verifyMailed(uid, code);
  } catch (error) {
    return card(t("mailed.failed"), null, errorNotice(error), home());
  }
  return card(t(`mailed.done.${kind}`), t(`mailed.doneLead.${kind}`), home());
}

const home = () => h("p", { className: "actions" }, h("a", { className: "button quiet", href: pageUrl("/settings") }, t("mailed.manage")));
