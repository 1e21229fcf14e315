// The first page: public glossaries, newest first, with a search over titles and descriptions.

import { byId, element } from "./dom.js";
import { counted } from "./format.js";
import { glossaryCard } from "./glossary-card.js";
import { listGlossaries } from "./glossaries.js";
import { showHeader } from "./header.js";
import { Pager } from "./pager.js";
import { onSearch } from "./search-box.js";
import { haveAll, search, wordsOf } from "./word-search.js";

const PAGE = 20;

let words = [];

const pager = new Pager(
  { list: byId("glossaries"), more: byId("more"), status: byId("status"), problem: byId("problem") },
  {
    load: (options) => (words.length > 0
      ? search({ list: (page) => listGlossaries(false, page), fits, enough: PAGE, ...options })
      : listGlossaries(false, { limit: PAGE, ...options })),
    card: (glossary) => glossaryCard(glossary, false),
    summary: (shown, more) => `${counted(shown, "glossary", "glossaries")} shown${more ? ", there are more" : ""}.`,
    empty: () => element("p", { class: "empty" }, words.length > 0
      ? "No public glossary has these words in its title or description."
      : "There is no public glossary yet. Sign in and write the first one."),
  },
);

const fits = ({ title, description }) => haveAll(words, title, description);

showHeader();
const input = byId("search");
words = wordsOf(input.value);
onSearch(input, (text) => {
  words = wordsOf(text);
  pager.restart();
});
pager.restart();
