// A term as a card to study: its name first, then what it means, then how well it was known.

import { button, element } from "./dom.js";
import { day } from "./format.js";
import { termCard } from "./term-card.js";

// SM-2's qualities of a response, https://super-memory.com/english/ol/sm2.htm: from 3 on, it was known.
const ANSWERS = [
  { label: "Not at all", quality: 0 },
  { label: "With trouble", quality: 3 },
  { label: "After a thought", quality: 4 },
  { label: "At once", quality: 5 },
];

/**
 * @param {{term: object, review?: object}} due
 * @param {(quality: number) => void} onAnswer
 * @returns {{node: HTMLElement, onKey: (key: string) => boolean, focus: () => void}}
 */
export function studyCard({ term, review }, onAnswer) {
  const node = element("div", { class: "study-card" });
  let act = {};

  function showFront() {
    const reveal = button("Show what it means", showBack, { style: "button-main" });
    node.replaceChildren(
      element("article", { class: "term study-front", onclick: showBack },
        element("h2", {}, term.term),
        term.pronunciation && element("p", { class: "pronunciation" }, term.pronunciation),
        element("p", { class: "meta" }, ...why(review))),
      element("div", { class: "buttons" }, reveal),
    );
    act = { " ": showBack };
  }

  function showBack() {
    const back = termCard(term, { level: "h2" });
    back.tabIndex = -1;
    node.replaceChildren(
      back,
      element("fieldset", { class: "study-answers" },
        element("legend", {}, "How well did you know it?"),
        ...ANSWERS.map(({ label, quality }, index) => button(
          element("span", {}, element("kbd", { "aria-hidden": "true" }, String(index + 1)), " ", label),
          () => onAnswer(quality), { "aria-keyshortcuts": String(index + 1) }))),
    );
    act = Object.fromEntries(ANSWERS.map(({ quality }, index) => [String(index + 1), () => onAnswer(quality)]));
    back.focus();
  }

  showFront();
  return {
    node,
    /** Does what a key stands for; whether it stands for something. */
    onKey(key) {
      act[key]?.();
      return key in act;
    },
    focus: () => node.querySelector("button").focus(),
  };
}

/** When a term comes again, and why then. */
export function comesAgain(term, { intervalDays, dueAt, repetitions }) {
  const wait = intervalDays === 1 ? "tomorrow" : `in ${intervalDays} days`;
  const reason = repetitions === 0
    ? "it was not known, so it starts again"
    : repetitions === 1 ? "it was known once" : `it was known ${repetitions} times in a row`;
  return [element("strong", {}, term.term), ` comes again ${wait}, on `, day(dueAt), `: ${reason}.`];
}

function why(review) {
  if (!review) {
    return ["New: you have not studied it yet."];
  }

  const known = review.repetitions === 0 ? "not known the last time" : `known ${review.repetitions} times in a row`;
  return [element("span", {}, "due since ", day(review.dueAt)), element("span", {}, known)];
}
