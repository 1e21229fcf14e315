// A term with its image, pronunciation, definition, references and tags.

import { button, element, webAddress } from "./dom.js";

/**
 * @param {object} term
 * @param {{address?: string, level?: string, onTag?: (tag: string) => void, onEdit?: Function, onImage?: Function,
 *   onDelete?: Function, onReport?: Function}} options
 */
export function termCard(term, { address, level = "h3", onTag, onEdit, onImage, onDelete, onReport } = {}) {
  const heading = element(level, {}, address ? element("a", { href: address }, term.term) : term.term);
  const pronunciation = term.pronunciation && element("p", { class: "pronunciation" }, term.pronunciation);
  const report = onReport && element(
    "div", { class: "buttons" },
    button("Report", () => onReport(term), { style: "button-small", "aria-label": `Report ${term.term}` }),
  );
  const tools = onEdit && element(
    "div", { class: "buttons" },
    button("Edit", () => onEdit(term), { style: "button-small", "aria-label": `Edit ${term.term}` }),
    button("Image", () => onImage(term), { style: "button-small", "aria-label": `Image of ${term.term}` }),
    button("Delete", () => onDelete(term), { style: "button-small button-quiet", "aria-label": `Delete ${term.term}` }),
  );
  return element(
    "article", { class: "term" },
    element("div", { class: "term-head" }, element("div", { class: "term-name" }, heading, pronunciation), tools ?? report),
    term.image && element("img", {
      class: "term-image", loading: "lazy", alt: `Image of ${term.term}`,
      src: term.image.url, width: term.image.width, height: term.image.height,
    }),
    onEdit && term.imageRefused && element("p", { class: "hint" }, "The file that was uploaded last is not an image that can be shown."),
    term.hidden && element(
      "p", { class: "notice notice-bad" }, element("strong", {}, "Hidden by a moderator."), ` Only its owner sees it. ${term.hidden}`),
    element("p", { class: "definition" }, term.definition),
    term.references?.length > 0 && element(
      "ul", { class: "references", "aria-label": "References" }, ...term.references.map(referenceItem)),
    term.tags?.length > 0 && element(
      "div", { class: "tags", role: "group", "aria-label": "Tags" },
      ...term.tags.map((tag) => (onTag
        ? element("button", { type: "button", class: "tag", onclick: () => onTag(tag) }, tag)
        : element("span", { class: "tag" }, tag)))),
  );
}

function referenceItem({ title, url }) {
  const href = webAddress(url);
  const name = title || url;
  return element("li", {}, href ? element("a", { href, rel: "noopener noreferrer external" }, name) : name);
}
