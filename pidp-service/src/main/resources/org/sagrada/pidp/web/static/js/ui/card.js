// The sheet that a view is written on.

import { h } from "./dom.js";

/** Headline, what it is about, and the rest. */
export const card = (title, lead, ...content) =>
  h("section", { className: "card" }, h("h1", {}, title), lead && h("p", { className: "lead" }, lead), ...content);

/** Things to do one after another. */
export const steps = (...items) => h("ol", { className: "steps" }, ...items.map((item) => h("li", {}, h("div", {}, item))));

/** Something is on its way. */
export const loading = (text) =>
  h("div", { className: "loading", role: "status" }, h("span", { className: "spinner" }), h("span", {}, text));
