// A glossary in a list.

import { element } from "./dom.js";
import { counted, day } from "./format.js";

/** The address of a glossary's page; one's own shows the tools to change it. */
export function glossaryAddress(glossary, mine) {
  return `/glossary.html?${parameters(glossary, mine)}`;
}

/** The address where its terms are studied. */
export function studyAddress(glossary, mine) {
  return `/study.html?${parameters(glossary, mine)}`;
}

function parameters({ id }, mine) {
  return new URLSearchParams({ id, ...(mine ? { mine: "1" } : {}) });
}

export function glossaryCard(glossary, mine) {
  // On one's own page the cards stand right below the page's heading.
  const level = mine ? "h2" : "h3";
  return element(
    "li", {},
    element(
      "article", { class: "card" },
      element(level, {}, element("a", { class: "card-link", href: glossaryAddress(glossary, mine) }, glossary.title)),
      glossary.description && element("p", { class: "card-text" }, glossary.description),
      element(
        "p", { class: "meta" },
        element("span", {}, counted(glossary.termCount, "term")),
        element("span", {}, "changed ", day(glossary.updatedAt)),
        mine && element("span", { class: "badge" }, glossary.visibility),
      ),
    ),
  );
}
