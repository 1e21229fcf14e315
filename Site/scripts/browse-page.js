// The first page: public glossaries, newest first, with a search over titles and descriptions.

import { byId, element } from "./dom.js";
import { counted } from "./format.js";
import { glossaryCard } from "./glossary-card.js";
import { listGlossaries } from "./glossaries.js";
import { showHeader } from "./header.js";
import { Pager } from "./pager.js";
import { onSearch } from "./search-box.js";

const PAGE = 20;
const SEARCHED_AT_ONCE = 5;

let words = [];

const pager = new Pager(
  { list: byId("glossaries"), more: byId("more"), status: byId("status"), problem: byId("problem") },
  {
    load: (options) => (words.length > 0 ? search(options) : listGlossaries(false, { limit: PAGE, ...options })),
    card: (glossary) => glossaryCard(glossary, false),
    summary: (shown, more) => `${counted(shown, "glossary", "glossaries")} shown${more ? ", there are more" : ""}.`,
    empty: () => element("p", { class: "empty" }, words.length > 0
      ? "No public glossary has these words in its title or description."
      : "There is no public glossary yet. Sign in and write the first one."),
  },
);

// The API lists and does not search, so this reads on, some pages at a time, until enough is found.
async function search({ cursor, signal }) {
  const found = [];
  let next = cursor;
  for (let page = 0; page < SEARCHED_AT_ONCE && found.length < PAGE; page += 1) {
    const answer = await listGlossaries(false, { limit: 100, cursor: next, signal });
    found.push(...answer.items.filter(matches));
    next = answer.nextCursor;
    if (!next) {
      break;
    }
  }

  return { items: found, nextCursor: next };
}

function matches({ title, description }) {
  const text = `${title} ${description ?? ""}`.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}

showHeader();
const input = byId("search");
const read = (text) => text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
words = read(input.value);
onSearch(input, (text) => {
  words = read(text);
  pager.restart();
});
pager.restart();
