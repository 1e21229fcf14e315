// One glossary: its terms in pages, all or those with some words or a tag; or one term alone.

import { button, byId, element } from "./dom.js";
import { hasDraft } from "./drafts.js";
import { FollowedGlossary } from "./followed-glossary.js";
import { counted, day } from "./format.js";
import { glossaryAddress, studyAddress } from "./glossary-card.js";
import { GlossaryChanges } from "./glossary-changes.js";
import { getGlossary, getTerm, listTerms } from "./glossaries.js";
import { showHeader } from "./header.js";
import { follow } from "./live.js";
import { showFailure } from "./notice.js";
import { Pager } from "./pager.js";
import { Problem } from "./problem.js";
import { openReport } from "./report-dialog.js";
import { onSearch } from "./search-box.js";
import { TagFilter } from "./tag-filter.js";
import { termCard } from "./term-card.js";
import { hasTag } from "./term-order.js";
import { haveAll, search, wordsOf } from "./word-search.js";

const PAGE = 20;

const address = new URL(location.href);
const id = address.searchParams.get("id") ?? "";
const termId = address.searchParams.get("term");
const mine = address.searchParams.has("mine");
const places = { list: byId("terms"), more: byId("more"), status: byId("status"), problem: byId("problem") };

let glossary = null;
let readers = 0;
let stopFollowing = null;

const tags = new TagFilter(byId("tags"), (tag) => show({ tag }));
const pager = new Pager(places, {
  load: (options) => (param("words")
    ? search({ list, fits, enough: PAGE, ...options })
    : list(options)),
  card: (term) => element("li", {}, termCard(term, {
    address: termAddress(term),
    onTag: (tag) => show({ tag }),
    ...(mine ? {
      onEdit: () => changes.editTerm(term),
      onImage: () => changes.editImage(term),
      onDelete: () => changes.deleteTerm(term),
    } : { onReport: openReport }),
  })),
  summary: (shown, more) => `${counted(shown, "term")} shown${more ? ", there are more" : ""}.`,
  empty: () => element("p", { class: "empty" }, param("words") || param("tag")
    ? "No term of this glossary fits."
    : mine ? "No term yet. Add the first one." : "This glossary has no term yet."),
  changed: () => tags.offer(pager.items.flatMap((term) => term.tags ?? [])),
  loaded: () => followed.tellAgain(),
});
const changes = new GlossaryChanges(id, { pager, problem: places.problem, glossary: () => glossary, show: showGlossary });
const followed = new FollowedGlossary({
  id, mine, pager,
  belongs: (term) => (!param("tag") || hasTag(term, param("tag"))) && fits(term),
  glossary: () => glossary,
  show(now, count = readers) {
    readers = count;
    showGlossary(now);
  },
  gone: showGone,
});

const list = (options) => listTerms(mine, id, { tag: param("tag"), fresh: followed.fresh, ...options });
const fits = ({ term, pronunciation, definition, tags: all = [] }) =>
  haveAll(wordsOf(param("words")), term, pronunciation, definition, ...all);

function param(name) {
  return address.searchParams.get(name) ?? "";
}

// A ULID, as every id is.
function isId(text) {
  return /^[0-9a-z]{26}$/i.test(text);
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

function showGlossary(now) {
  glossary = now;
  document.title = `${glossary.title} · Lexicon`;
  byId("crumbs").replaceChildren(mine
    ? element("a", { href: "/mine.html" }, "My glossaries")
    : element("a", { href: "/" }, "Public glossaries"));
  const focused = [...byId("glossary").querySelectorAll("button")].indexOf(document.activeElement);
  byId("glossary").replaceChildren(element(
    "header", { class: "glossary-head" },
    element("h1", {}, glossary.title),
    glossary.description && element("p", { class: "lead" }, glossary.description),
    element(
      "p", { class: "meta" },
      element("span", {}, counted(glossary.termCount, "term")),
      element("span", {}, "changed ", day(glossary.updatedAt)),
      readers > 1 && element("span", {}, `${readers} read along`),
      mine && element("span", { class: "badge" }, glossary.visibility),
    ),
    element(
      "div", { class: "buttons" },
      glossary.termCount > 0 && element("a", { class: "button", href: studyAddress(glossary, mine) }, "Study this glossary"),
      ...(mine ? ownButtons() : []),
    ),
  ));
  byId("glossary").querySelectorAll("button")[focused]?.focus();
}

function ownButtons() {
  return [
    button("Add a term", () => changes.addTerm(), { style: "button-main" }),
    button("Edit the glossary", () => changes.editGlossary()),
    button("Delete", () => changes.deleteGlossary(), { style: "button-bad", "aria-label": `Delete the glossary ${glossary.title}` }),
  ];
}

async function showTerm() {
  const term = await getTerm(mine, id, termId);
  document.title = `${term.term} · ${glossary.title} · Lexicon`;
  const back = glossaryAddress(glossary, mine);
  byId("crumbs").append(" / ", element("a", { href: back }, glossary.title));
  byId("glossary").replaceChildren(
    termCard(term, {
      level: "h1",
      onReport: mine ? undefined : openReport,
      onTag: (tag) => location.assign(`${back}&tag=${encodeURIComponent(tag)}`),
    }),
    element("p", { class: "more" }, element("a", { class: "button", href: back }, `All ${counted(glossary.termCount, "term")} of this glossary`)),
  );
}

function showGone() {
  stopFollowing?.();
  document.title = "Gone · Lexicon";
  byId("terms-section").hidden = true;
  byId("glossary").replaceChildren(
    element("h1", {}, glossary.title),
    element("p", { class: "notice notice-bad", role: "alert" }, mine
      ? "This glossary was deleted."
      : "This glossary was deleted, or it is no longer public."),
  );
}

async function start() {
  try {
    // An address without an id, or with half of one, would ask the API something else.
    if (!isId(id) || (termId && !isId(termId))) {
      throw new Problem(404, {});
    }

    showGlossary(await getGlossary(mine, id));
    if (termId) {
      await showTerm();
      return;
    }

    byId("terms-section").hidden = false;
    byId("words").value = param("words");
    onSearch(byId("words"), (words) => show({ words }));
    // Before the list is there: what is typed while it loads is no draft of an earlier visit, and would be opened again.
    if (mine && hasDraft(`term.of.${id}`)) {
      changes.addTerm();
    }

    await show({});
    stopFollowing = follow(id, (event) => followed.hear(event));
  } catch (failure) {
    byId("glossary").replaceChildren(element("h1", {}, failure.status === 404 ? "There is nothing here" : "Glossary"));
    const place = element("div");
    byId("glossary").append(place, element("p", {}, element("a", { href: "/" }, "Browse the public glossaries")));
    showFailure(place, failure, { retry: start });
  }
}

showHeader();
start();
