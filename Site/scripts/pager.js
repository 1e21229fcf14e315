// A list that comes in pages: load, load more, start over. Only the latest question counts.

import { button, element } from "./dom.js";
import { clear, showFailure } from "./notice.js";

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
      this.places.list.children[at].replaceWith(card);
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

  /** Takes an item away; the focus goes to what stands beside it. */
  remove(item) {
    const at = this.items.findIndex(({ id }) => id === item.id);
    if (at !== -1) {
      this.items.splice(at, 1);
      this.places.list.children[at].remove();
      const next = this.places.list.children[Math.min(at, this.items.length - 1)];
      (next?.querySelector("a, button") ?? this.places.status).focus();
      this.#describe();
    }
  }

  async #fetch(first) {
    this.#controller?.abort();
    const controller = new AbortController();
    this.#controller = controller;
    const { list, more, status, problem } = this.places;
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
      const cards = page.items.map((item) => this.options.card(item));
      if (first) {
        this.items = [...page.items];
        list.replaceChildren(...cards);
      } else {
        this.items.push(...page.items);
        list.append(...cards);
        cards[0]?.querySelector("a, button")?.focus();
      }

      more.replaceChildren();
      if (this.#cursor) {
        more.append(button("Load more", () => this.#fetch(false)));
      }

      this.#describe();
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
