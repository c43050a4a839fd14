// Work that ends one view and begins another, whose failure has to be told somewhere.

import { t } from "../i18n.js";
import { showNode } from "../router.js";
import { card } from "../ui/card.js";
import { h } from "../ui/dom.js";
import { errorNotice } from "../ui/forms.js";

/** Runs it; what goes wrong is shown on a sheet of its own, with a way to begin again. */
export async function guarded(work) {
  try {
    await work();
  } catch (error) {
    const again = h("button", { type: "button", className: "button", onclick: () => location.reload() }, t("action.again"));
    showNode(card(t("error.page.title"), null, errorNotice(error), h("p", { className: "actions" }, again)), t("error.page.title"));
  }
}
