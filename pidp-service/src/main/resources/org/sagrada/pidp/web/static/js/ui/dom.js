// Elements without markup in strings: nothing that a user or a server says can become markup.

/**
 * Makes an element. Properties are set as properties where the element has them, else as attributes; `on…` listens.
 * Children are nodes, texts, or lists of them; null and false are left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name === "autofocus") {
      // The router moves the focus; the browser's own attribute works only while a document loads.
      element.dataset.focus = "";
    } else if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name in element && !name.includes("-") && name !== "list" && name !== "form") {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24 that takes the colour of the text around it, hidden from screen readers. */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  check: "M5 13l4.5 4.5L19 7",
  alert: "M12 8v5m0 3.2v.3M10.3 4.2 2.9 17.3A2 2 0 0 0 4.6 20h14.8a2 2 0 0 0 1.7-2.7L13.7 4.2a2 2 0 0 0-3.4 0z",
  info: "M12 11v6m0-9.3V8m9 4a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  desktop: "M4 5h16v11H4zm5 15h6m-3-4v4",
  mobile: "M8 3h8a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zm3 15h2",
  web: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm-9 9h18M12 3c3 2.6 3.6 6 3.6 9s-.6 6.400-3.6 9c-3-2.600-3.600-6-3.600-9s.6-6.400 3.600-9z",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  copy: "M9 9h10v11H9zM5 15V4h10",
  back: "M15 5l-7 7 7 7",
};
