// Terms to study now, card by card: those of one glossary, or all that are due. Answers wait in the outbox and do not hold up the
// next card, so that a round goes on without a network.

import { button, byId, element } from "./dom.js";
import { counted } from "./format.js";
import { getGlossary, listDueTerms } from "./glossaries.js";
import { glossaryAddress } from "./glossary-card.js";
import { guarded, showHeader } from "./header.js";
import { clear, showFailure } from "./notice.js";
import { Outbox } from "./outbox.js";
import { explain } from "./problem.js";
import { session } from "./session.js";
import { signIn } from "./sign-in.js";
import { comesAgain, studyCard } from "./study-card.js";
import { toast } from "./toast.js";

const parameters = new URL(location.href).searchParams;
const glossaryId = parameters.get("id");
const mine = parameters.has("mine");

const terms = new Map();
let round = [];
let shown = null;
let outbox = null;

async function start() {
  try {
    if (glossaryId) {
      showGlossary(await getGlossary(mine, glossaryId));
    }

    await beginRound();
  } catch (failure) {
    showFailure(byId("problem"), failure, { retry: start });
  }
}

function showGlossary(glossary) {
  document.title = `Study ${glossary.title} · Lexicon`;
  byId("study-heading").textContent = `Study ${glossary.title}`;
  byId("crumbs").replaceChildren(element("a", { href: glossaryAddress(glossary, mine) }, glossary.title));
}

/** Asks what is due; what was answered and is not recorded yet is not asked again. */
async function beginRound() {
  clear(byId("problem"));
  byId("status").textContent = "Loading";
  try {
    await outbox.send();
    const due = await listDueTerms(glossaryId);
    const answered = new Set(outbox.waiting.map(({ termId }) => termId));
    round = due.items.filter(({ term }) => !answered.has(term.id));
    showNext();
  } catch (failure) {
    byId("status").textContent = "";
    showFailure(byId("problem"), failure, { retry: beginRound });
  }
}

function showNext() {
  const due = round[0];
  if (!due) {
    showEnd();
    return;
  }

  terms.set(due.term.id, due.term);
  byId("status").textContent = `${counted(round.length, "card")} in this round.`;
  shown = studyCard(due, (quality) => answer(due.term, quality));
  byId("card").replaceChildren(shown.node);
  shown.focus();
}

function answer(term, quality) {
  round.shift();
  outbox.add({ glossaryId: term.glossaryId, termId: term.id, quality });
  if (round.length > 0) {
    showNext();
  } else {
    beginRound();
  }
}

function showEnd() {
  shown = null;
  byId("status").textContent = terms.size > 0 ? `${counted(terms.size, "term")} studied. Nothing more is due now.` : "Nothing is due now.";
  byId("card").replaceChildren(element(
    "div", { class: "empty" },
    element("p", {}, glossaryId
      ? "Every term of this glossary was studied and waits for its day."
      : "To begin with new terms, open a glossary and choose “Study”."),
    element("div", { class: "buttons more" }, element("a", { class: "button", href: "/" }, "Browse glossaries"), button("Look again", beginRound)),
  ));
}

/** What waits is said while something keeps it from being sent, and not for the moment that each takes. */
function showUnsent(count, failure) {
  const place = byId("unsent");
  if (count === 0) {
    place.replaceChildren();
  } else if (failure) {
    const { heading, signIn: mustSignIn } = explain(failure);
    place.replaceChildren(
      `${heading}. ${counted(count, "answer")} kept in this browser, to be sent later. `,
      button(mustSignIn ? "Sign in" : "Send now", mustSignIn ? guarded(signIn) : () => outbox.send(), { style: "button-small" }));
  }
}

// The space bar presses what has the focus before it turns the card.
function onKey(event) {
  const combined = event.ctrlKey || event.altKey || event.metaKey;
  const pressing = event.key === " " && event.target.closest("a, button");
  if (shown && !combined && !pressing && shown.onKey(event.key)) {
    event.preventDefault();
  }
}

function askToSignIn() {
  byId("card").replaceChildren(element(
    "div", { class: "empty" },
    element("p", {}, "Sign in to study: Lexicon keeps for you which terms you know, and when each is due again."),
    element("p", { class: "more" }, button("Sign in", guarded(signIn), { style: "button-main" })),
  ));
}

showHeader();
const reader = session()?.claims.sub;
if (reader) {
  outbox = new Outbox(reader, {
    recorded: ({ termId }, review) => byId("next").replaceChildren(...comesAgain(terms.get(termId) ?? { term: "An earlier term" }, review)),
    refused: (_, failure) => toast(`An answer was not counted. ${explain(failure).text}`),
    changed: showUnsent,
  });
  document.addEventListener("keydown", onKey);
  start();
} else {
  askToSignIn();
}
