// One glossary: its terms in pages, by the beginning of their names or by a tag; one term alone; and, in one's own
// glossary, everything that changes them.

import { button, byId, element } from "./dom.js";
import { confirmFirst } from "./dialog.js";
import { hasDraft } from "./drafts.js";
import { counted, day } from "./format.js";
import { glossaryAddress } from "./glossary-card.js";
import { editGlossary } from "./glossary-form.js";
import { createTerm, deleteGlossary, deleteTerm, getGlossary, getTerm, listTerms } from "./glossaries.js";
import { showHeader } from "./header.js";
import { showFailure } from "./notice.js";
import { Pager } from "./pager.js";
import { Problem } from "./problem.js";
import { onSearch } from "./search-box.js";
import { TagFilter } from "./tag-filter.js";
import { termCard } from "./term-card.js";
import { editTerm } from "./term-form.js";
import { toast } from "./toast.js";

const address = new URL(location.href);
const id = address.searchParams.get("id") ?? "";
const termId = address.searchParams.get("term");
const mine = address.searchParams.has("mine");
const places = { list: byId("terms"), more: byId("more"), status: byId("status"), problem: byId("problem") };
const byName = new Intl.Collator(undefined, { sensitivity: "base" });

let glossary = null;

const tags = new TagFilter(byId("tags"), (tag) => show({ tag }));
const pager = new Pager(places, {
  load: (options) => listTerms(mine, id, { prefix: param("prefix"), tag: param("tag"), ...options }),
  card: (term) => element("li", {}, termCard(term, {
    address: termAddress(term),
    onTag: (tag) => show({ tag }),
    ...(mine ? { onEdit: edit, onDelete: remove } : {}),
  })),
  summary: (shown, more) => `${counted(shown, "term")} shown${more ? ", there are more" : ""}.`,
  empty: () => element("p", { class: "empty" }, param("prefix") || param("tag")
    ? "No term of this glossary fits."
    : mine ? "No term yet. Add the first one." : "This glossary has no term yet."),
  changed: () => tags.offer(pager.items.flatMap((term) => term.tags ?? [])),
});

function param(name) {
  return address.searchParams.get(name) ?? "";
}

function termAddress(term) {
  return `${glossaryAddress({ id }, mine)}&term=${encodeURIComponent(term.id)}`;
}

/** Changes the filter, in the address too, so that it can be shared and survives a reload. */
function show(change) {
  for (const [name, value] of Object.entries(change)) {
    if (value) {
      address.searchParams.set(name, value);
    } else {
      address.searchParams.delete(name);
    }
  }

  history.replaceState(null, "", address);
  tags.choose(param("tag"));
  return pager.restart();
}

function showGlossary() {
  document.title = `${glossary.title} · Lexicon`;
  byId("crumbs").replaceChildren(mine
    ? element("a", { href: "/mine.html" }, "My glossaries")
    : element("a", { href: "/" }, "Public glossaries"));
  byId("glossary").replaceChildren(element(
    "header", { class: "glossary-head" },
    element("h1", {}, glossary.title),
    glossary.description && element("p", { class: "lead" }, glossary.description),
    element(
      "p", { class: "meta" },
      element("span", {}, counted(glossary.termCount, "term")),
      element("span", {}, "changed ", day(glossary.updatedAt)),
      mine && element("span", { class: "badge" }, glossary.visibility),
    ),
    mine && element(
      "div", { class: "buttons" },
      button("Add a term", addTerm, { style: "button-main" }),
      button("Edit the glossary", () => editGlossary(glossary, glossarySaved)),
      button("Delete", askToDelete, { style: "button-bad", "aria-label": `Delete the glossary ${glossary.title}` }),
    ),
  ));
}

function glossarySaved(saved) {
  glossary = saved;
  showGlossary();
  toast("Saved.");
}

function count(difference) {
  glossary = { ...glossary, termCount: glossary.termCount + difference };
  showGlossary();
}

function addTerm() {
  editTerm(id, null, (saved) => {
    count(1);
    focusOn(insert(saved));
    toast(`Added “${saved.term}”.`);
  });
}

function insert(term) {
  return pager.insert(term, (other) => byName.compare(other.term, term.term) > 0);
}

function focusOn(card) {
  card?.querySelector("a, button")?.focus();
}

function edit(term) {
  editTerm(id, term, (saved) => {
    focusOn(pager.replace(saved));
    toast(`Saved “${saved.term}”.`);
  });
}

async function remove(term) {
  try {
    await deleteTerm(term);
    pager.remove(term);
    count(-1);
    toast(`Deleted “${term.term}”.`, { label: "Undo", act: () => restore(term, crypto.randomUUID()) });
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 412) {
      await askAboutChanged(term);
    } else if (failure instanceof Problem && failure.status === 404) {
      pager.remove(term);
      toast(`“${term.term}” was deleted already.`);
    } else {
      showFailure(places.problem, failure, { retry: () => remove(term) });
    }
  }
}

/** Undo: the same term again, under a new id. */
async function restore({ term, definition, references, tags: names }, key) {
  try {
    const saved = await createTerm(id, { term, definition, references, tags: names }, key);
    count(1);
    focusOn(insert(saved));
    toast(`“${term}” is back.`);
  } catch (failure) {
    showFailure(places.problem, failure, { retry: () => restore({ term, definition, references, tags: names }, key) });
  }
}

async function askAboutChanged(term) {
  const now = await getTerm(true, id, term.id);
  if (!now) {
    pager.remove(term);
    return;
  }

  pager.replace(now);
  confirmFirst({
    heading: `Delete “${now.term}”?`,
    text: "It was changed after you opened it. The list now shows what is there.",
    label: "Delete it anyway",
    act: () => remove(now),
    onFailure: showFailure,
  });
}

function askToDelete() {
  confirmFirst({
    heading: `Delete “${glossary.title}”?`,
    text: `The glossary and its ${counted(glossary.termCount, "term")} will be gone for good.`,
    label: "Delete it",
    act: async () => {
      await deleteGlossary(glossary);
      location.assign("/mine.html");
    },
    onFailure: async (place, failure, dialog) => {
      if (failure instanceof Problem && failure.status === 412) {
        glossary = await getGlossary(true, id);
        showGlossary();
        dialog.close();
        toast("The glossary was changed meanwhile. Look at it, then delete it again.");
      } else {
        showFailure(place, failure);
      }
    },
  });
}

async function showTerm() {
  const term = await getTerm(mine, id, termId);
  if (!term) {
    throw new Problem(404, {});
  }

  document.title = `${term.term} · ${glossary.title} · Lexicon`;
  const back = glossaryAddress(glossary, mine);
  byId("crumbs").append(" / ", element("a", { href: back }, glossary.title));
  byId("glossary").replaceChildren(
    termCard(term, { level: "h1", onTag: (tag) => location.assign(`${back}&tag=${encodeURIComponent(tag)}`) }),
    element("p", { class: "more" }, element("a", { class: "button", href: back }, `All ${counted(glossary.termCount, "term")} of this glossary`)),
  );
}

async function start() {
  try {
    glossary = await getGlossary(mine, id);
    showGlossary();
    if (termId) {
      await showTerm();
      return;
    }

    byId("terms-section").hidden = false;
    byId("prefix").value = param("prefix");
    onSearch(byId("prefix"), (prefix) => show({ prefix }));
    await show({});
    if (mine && hasDraft(`term.of.${id}`)) {
      addTerm();
    }
  } catch (failure) {
    byId("glossary").replaceChildren(element("h1", {}, failure.status === 404 ? "There is nothing here" : "Glossary"));
    const place = element("div");
    byId("glossary").append(place);
    showFailure(place, failure, { retry: start });
  }
}

showHeader();
start();
