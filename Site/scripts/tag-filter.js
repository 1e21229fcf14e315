// The tags of what is on the page, to show one of them only.

import { element } from "./dom.js";

const MOST = 24;

export class TagFilter {
  #place;
  #act;
  #known = new Set();
  #chosen = "";

  /** @param {(tag: string) => void} act Called with the chosen tag, or with "" when the choice is taken back. */
  constructor(place, act) {
    this.#place = place;
    this.#act = act;
  }

  /** Adds tags that were seen. */
  offer(tags) {
    const before = this.#known.size;
    tags.forEach((tag) => this.#known.size < MOST && this.#known.add(tag));
    if (this.#known.size !== before) {
      this.#draw();
    }
  }

  /** Shows which tag is chosen. */
  choose(tag) {
    if (tag) {
      this.#known.add(tag);
    }

    this.#chosen = tag;
    this.#draw();
  }

  #draw() {
    const focused = document.activeElement?.dataset?.tag;
    this.#place.replaceChildren(...[...this.#known].sort((a, b) => a.localeCompare(b)).map((tag) => element("button", {
      type: "button",
      class: "tag",
      "data-tag": tag,
      "aria-pressed": String(tag === this.#chosen),
      onclick: () => this.#act(tag === this.#chosen ? "" : tag),
    }, tag)));
    [...this.#place.children].find((chip) => chip.dataset.tag === focused)?.focus();
  }
}
