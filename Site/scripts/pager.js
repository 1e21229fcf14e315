// A list that comes in pages: load, load more, start over. Only the latest question counts.

import { button, element } from "./dom.js";
import { clear, showFailure } from "./notice.js";

const LARGEST_PAGE = 100;

export class Pager {
  #controller = null;
  #cursor = null;

  /**
   * @param {object} places `{list, more, status, problem}`: elements of the page.
   * @param {object} options
   * @param {(options: {cursor?: string, signal: AbortSignal}) => Promise<{items: object[], nextCursor?: string}>} options.load
   * @param {(item: object) => HTMLElement} options.card A list item.
   * @param {(shown: number, more: boolean) => string} options.summary What the live region says.
   * @param {() => Node} options.empty What stands there when there is nothing.
   * @param {() => void} [options.changed] Acts when what is shown is another.
   * @param {() => void} [options.loaded] Acts when an answer of the API is shown.
   */
  constructor(places, options) {
    this.places = places;
    this.options = options;
    this.items = [];
  }

  /** Whether there are more pages. */
  get hasMore() {
    return Boolean(this.#cursor);
  }

  /** Begins at the first page. */
  async restart() {
    this.#cursor = null;
    await this.#fetch(true);
  }

  /** Puts an item where the reader looks, without asking the API, whose lists lag behind for a moment. */
  insert(item, before = () => true) {
    const at = this.items.findIndex(before);
    this.items.splice(at === -1 ? this.items.length : at, 0, item);
    const card = this.options.card(item);
    this.places.list.insertBefore(card, at === -1 ? null : this.places.list.children[at]);
    this.#describe();
    return card;
  }

  /** Shows an item as it is now. */
  replace(item) {
    const at = this.items.findIndex(({ id }) => id === item.id);
    if (at !== -1) {
      this.items[at] = item;
      const card = this.options.card(item);
      const old = this.places.list.children[at];
      const focused = controls(old).indexOf(document.activeElement);
      old.replaceWith(card);
      controls(card)[focused]?.focus();
      return card;
    }

    return null;
  }

  /** Shows that something is being done to an item, which cannot be asked for twice meanwhile. */
  setBusy(item, isBusy) {
    const card = this.places.list.children[this.items.findIndex(({ id }) => id === item.id)];
    card?.toggleAttribute("inert", isBusy);
    card?.setAttribute("aria-busy", String(isBusy));
  }

  /**
   * Takes an item away; the focus goes to what stands beside it.
   * @param {{id: string}} item
   * @param {{quietly?: boolean}} [how] Quietly: only if the focus was in it.
   * @returns {boolean} Whether it was there.
   */
  remove(item, { quietly = false } = {}) {
    const at = this.items.findIndex(({ id }) => id === item.id);
    if (at !== -1) {
      this.items.splice(at, 1);
      const card = this.places.list.children[at];
      const hadFocus = card.contains(document.activeElement);
      card.remove();
      const next = this.places.list.children[Math.min(at, this.items.length - 1)];
      if (hadFocus || !quietly) {
        (next?.querySelector("a, button") ?? this.places.status).focus();
      }

      this.#describe();
    }

    return at !== -1;
  }

  /**
   * Reads as much as is shown anew, and shows what is different; a question of the reader's goes first.
   * @returns {Promise<boolean>} Whether it did.
   */
  async refresh() {
    if (this.places.list.hasAttribute("aria-busy")) {
      return false;
    }

    const controller = new AbortController();
    this.#controller = controller;
    const items = [];
    let cursor;
    do {
      // Where there is more to load, no more is shown than before.
      const limit = Math.min(LARGEST_PAGE, this.hasMore ? this.items.length - items.length : LARGEST_PAGE);
      const page = await this.options.load({ cursor, limit, signal: controller.signal });
      if (this.#controller !== controller) {
        return false;
      }

      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor && items.length < this.items.length);
    this.#cursor = cursor ?? null;
    this.#show(items);
    this.#offerMore();
    this.#describe();
    this.options.loaded?.();
    return true;
  }

  // A card whose item is the same stays, with the focus that may be in it.
  #show(items) {
    const { list } = this.places;
    const focused = document.activeElement;
    const shown = new Map(this.items.map((item, at) => [item.id, { item, card: list.children[at] }]));
    const entries = items.map((item) => {
      const old = shown.get(item.id);
      return old && old.item.version >= item.version ? old : { item, card: this.options.card(item) };
    });
    this.items = entries.map(({ item }) => item);
    list.replaceChildren(...entries.map(({ card }) => card));
    if (focused?.isConnected && focused !== document.activeElement) {
      focused.focus({ preventScroll: true });
    }
  }

  #offerMore() {
    this.places.more.replaceChildren();
    if (this.#cursor) {
      this.places.more.append(button("Load more", () => this.#fetch(false)));
    }
  }

  async #fetch(first) {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const { list, status, problem } = this.places;
    clear(problem);
    list.setAttribute("aria-busy", "true");
    if (first && this.items.length === 0) {
      status.textContent = "Loading";
    }

    try {
      const page = await this.options.load({ cursor: first ? undefined : this.#cursor, signal: controller.signal });
      if (controller.signal.aborted) {
        return;
      }

      this.#cursor = page.nextCursor ?? null;
      // What was shown meanwhile, as it was told of, is not shown again.
      const items = first ? page.items : page.items.filter(({ id }) => !this.items.some((item) => item.id === id));
      const cards = items.map((item) => this.options.card(item));
      if (first) {
        this.items = [...items];
        list.replaceChildren(...cards);
      } else {
        this.items.push(...items);
        list.append(...cards);
        cards[0]?.querySelector("a, button")?.focus();
      }

      this.#offerMore();
      this.#describe();
      this.options.loaded?.();
    } catch (failure) {
      if (failure.name !== "AbortError") {
        status.textContent = "";
        showFailure(problem, failure, { retry: () => this.#fetch(first) });
      }
    } finally {
      if (this.#controller === controller) {
        list.removeAttribute("aria-busy");
      }
    }
  }

  #describe() {
    const { list, status } = this.places;
    status.tabIndex = -1;
    // Where there is nothing, the box says so.
    status.textContent = this.items.length === 0 && !this.hasMore ? "" : this.options.summary(this.items.length, this.hasMore);
    list.querySelector(":scope > .empty-item")?.remove();
    if (this.items.length === 0 && !this.hasMore) {
      list.append(element("li", { class: "empty-item" }, this.options.empty()));
    }

    this.options.changed?.();
  }
}

function controls(card) {
  return [...card.querySelectorAll("a, button")];
}
