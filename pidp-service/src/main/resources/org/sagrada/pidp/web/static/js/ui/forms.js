// Forms: fields with their labels and hints, one place for what went wrong, a button that shows it is at work.

import { describe } from "../errors.js";
import { t } from "../i18n.js";
import { h, icon, ICONS } from "./dom.js";

let counter = 0;

/** A labelled input. `properties` are the input's. */
export function field(label, properties, hint = null) {
  const id = properties.id ?? `${properties.name}-${++counter}`;
  const hintId = `${id}-hint`;
  const input = h("input", {
    required: true,
    ...properties,
    id,
    "aria-describedby": hint ? hintId : null,
  });
  const row = h(
    "div",
    { className: "field" },
    h("label", { htmlFor: id }, label),
    input,
    hint && h("p", { className: "hint", id: hintId }, hint),
  );
  row.input = input;
  return row;
}

/** A password with a button that shows it. */
export function passwordField(label, properties, hint = null) {
  const row = field(label, { type: "password", ...properties }, hint);
  const toggle = h(
    "button",
    {
      type: "button",
      className: "reveal",
      "aria-pressed": "false",
      "aria-label": t("password.show"),
      title: t("password.show"),
      onclick: () => {
        const shown = row.input.type === "text";
        row.input.type = shown ? "password" : "text";
        toggle.setAttribute("aria-pressed", String(!shown));
      },
    },
    icon(ICONS.eye),
  );
  const holder = h("div", { className: "with-button" });
  row.input.replaceWith(holder);
  holder.append(row.input, toggle);
  return row;
}

/** A code of digits or letters that somebody types off another screen. */
export const codeField = (label, properties = {}, hint = null) =>
  field(label, { name: "code", className: "code", autocomplete: "one-time-code", inputMode: "numeric", spellcheck: false, ...properties }, hint);

/** A box that says something: "error", "warning", "info" or "success". */
export function notice(kind, ...content) {
  const drawing = kind === "success" ? ICONS.check : kind === "info" ? ICONS.info : ICONS.alert;
  return h(
    "div",
    { className: `notice ${kind}`, role: kind === "error" ? "alert" : "status" },
    icon(drawing),
    h("div", {}, ...content),
  );
}

/** What an error means and what to do about it. */
export function errorNotice(error) {
  const { title, advice, link } = describe(error);
  return notice("error", h("strong", {}, title), advice ? " " + advice : "", link && [" ", link]);
}

/**
 * A form whose work is a function of its values. While it runs the form is busy; what it throws is shown above the button, with
 * the focus on the field that `error.field` names.
 */
export function form({ fields, submit, label, extra = [], danger = false, className = "" }) {
  const trouble = h("div", { className: "trouble" });
  const button = h("button", { type: "submit", className: danger ? "button danger" : "button" }, h("span", {}, label));
  const element = h(
    "form",
    { method: "post", noValidate: true, className },
    ...fields,
    trouble,
    h("div", { className: "actions" }, button, ...extra),
  );
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.getAttribute("aria-busy") === "true" || !complete(element, trouble)) {
      return;
    }
    trouble.replaceChildren();
    busy(button, true);
    try {
      await submit(Object.fromEntries(new FormData(element)), element);
    } catch (error) {
      report(error, element, trouble);
    } finally {
      busy(button, false);
    }
  });
  return element;
}

/** A button that does one thing, shows that it is at work, and reports beside itself what went wrong. */
export function actionButton(label, action, className = "button quiet") {
  const trouble = h("div", { className: "trouble" });
  const button = h("button", { type: "button", className }, h("span", {}, label));
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    trouble.replaceChildren();
    busy(button, true);
    try {
      await action(button);
    } catch (error) {
      trouble.replaceChildren(errorNotice(error));
    } finally {
      busy(button, false);
    }
  });
  return h("div", { className: "action" }, button, trouble);
}

function busy(button, isBusy) {
  button.setAttribute("aria-busy", String(isBusy));
}

/** The browser's own rules, told in the page's language and place. */
function complete(element, trouble) {
  for (const input of element.elements) {
    input.removeAttribute("aria-invalid");
  }
  const wrong = Array.from(element.elements).find((input) => input.willValidate && !input.validity.valid);
  if (!wrong) {
    return true;
  }
  mark(wrong);
  const { valueMissing, tooShort } = wrong.validity;
  const key = valueMissing ? "form.missing" : tooShort ? "form.tooShort" : `form.wrong.${wrong.type}`;
  const name = wrong.closest(".field")?.querySelector("label")?.textContent ?? wrong.name;
  trouble.replaceChildren(notice("error", t(key, { name, length: wrong.minLength })));
  return false;
}

function report(error, element, trouble) {
  trouble.replaceChildren(errorNotice(error));
  const input = error.field && element.elements[error.field];
  if (input) {
    mark(input);
  }
}

function mark(input) {
  input.setAttribute("aria-invalid", "true");
  input.focus();
  input.select?.();
}
