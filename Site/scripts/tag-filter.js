// The most frequent tags of what is on the page, to show one of them only.

import { element } from "./dom.js";

const MOST = 12;

export class TagFilter {
  #place;
  #act;
  #known = new Map();
  #chosen = "";

  /** @param {(tag: string) => void} act Called with the chosen tag, or with "" when the choice is taken back. */
  constructor(place, act) {
    this.#place = place;
    this.#act = act;
  }

  /** Counts the tags of what is shown; while one is chosen, the others stay as they were. */
  offer(tags) {
    if (this.#chosen) {
      return;
    }

    this.#known.clear();
    for (const tag of tags) {
      this.#known.set(tag, (this.#known.get(tag) ?? 0) + 1);
    }

    this.#draw();
  }

  /** Shows which tag is chosen. */
  choose(tag) {
    this.#chosen = tag;
    this.#draw();
  }

  #draw() {
    const focused = document.activeElement?.dataset?.tag;
    const often = [...this.#known].sort(([, a], [, b]) => b - a).slice(0, MOST).map(([tag]) => tag);
    const shown = this.#chosen && !often.includes(this.#chosen) ? [...often, this.#chosen] : often;
    this.#place.replaceChildren(...shown.sort((a, b) => a.localeCompare(b)).map((tag) => element("button", {
      type: "button",
      class: "tag",
      "data-tag": tag,
      "aria-pressed": String(tag === this.#chosen),
      onclick: () => this.#act(tag === this.#chosen ? "" : tag),
    }, tag)));
    [...this.#place.children].find((chip) => chip.dataset.tag === focused)?.focus();
  }
}
