// A question before something that cannot be taken back.

import { t } from "../i18n.js";
import { h } from "./dom.js";

/** Asks in a dialog; true when the user wants it. */
export function confirmed(question, detail, yes) {
  return new Promise((resolve) => {
    const dialog = h(
      "dialog",
      { className: "ask", "aria-labelledby": "ask-title", onclose: () => { dialog.remove(); resolve(dialog.returnValue === "yes"); } },
      h("h2", { id: "ask-title" }, question),
      h("p", {}, detail),
      h(
        "p",
        { className: "actions" },
        h("button", { type: "button", className: "button danger", onclick: () => dialog.close("yes") }, h("span", {}, yes)),
        h("button", { type: "button", className: "button quiet", autofocus: true, onclick: () => dialog.close("no") }, h("span", {}, t("action.cancel"))),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[data-focus]").focus();
  });
}
