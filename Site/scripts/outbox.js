// Reviews that the API has not recorded yet: kept in this browser, one list for each reader, and sent in their order. Each has a
// key of its own, so that one whose answer was lost is sent again and counts once.

import { recordReview } from "./glossaries.js";
import { Problem } from "./problem.js";

const PREFIX = "lexicon.reviews.";
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

export class Outbox {
  #name;
  #events;
  #failures = 0;
  #timer = null;

  /**
   * @param {string} reader The subject of the reader's token: what somebody else left unsent is not sent in this reader's name.
   * @param {object} events
   * @param {(review: object, recorded: object) => void} events.recorded The API has it.
   * @param {(review: object, failure: Error) => void} events.refused It can never be recorded, such as that of a deleted term.
   * @param {(count: number, failure: Error | null) => void} events.changed How many wait, and what the last one met.
   */
  constructor(reader, events) {
    this.#name = PREFIX + reader;
    this.#events = events;
    window.addEventListener("online", () => this.send());
  }

  /** What waits, oldest first: `{glossaryId, termId, quality, key}`. */
  get waiting() {
    return JSON.parse(localStorage.getItem(this.#name) ?? "[]");
  }

  /** Keeps a review, and sends what waits. */
  add(review) {
    this.#keep([...this.waiting, { ...review, key: crypto.randomUUID() }]);
    return this.send();
  }

  /** Sends what waits, one tab at a time; ends when nothing waits or something fails that may work later. */
  send() {
    clearTimeout(this.#timer);
    return navigator.locks.request(this.#name, () => this.#sendAll());
  }

  async #sendAll() {
    for (let review = this.waiting[0]; review; review = this.waiting[0]) {
      try {
        const recorded = await recordReview(review);
        this.#remove(review);
        this.#events.recorded(review, recorded);
      } catch (failure) {
        if (!isFinal(failure)) {
          this.#sendLater(failure);
          return;
        }

        this.#remove(review);
        this.#events.refused(review, failure);
      }

      this.#failures = 0;
    }
  }

  // Jitter, so that all the tabs of a service that comes back do not come back at once. Who has to sign in is not asked again and again.
  #sendLater(failure) {
    this.#events.changed(this.waiting.length, failure);
    if (failure.status !== 401) {
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#failures) * (0.5 + Math.random() / 2);
      this.#failures += 1;
      this.#timer = setTimeout(() => this.send(), pause);
    }
  }

  #remove({ key }) {
    this.#keep(this.waiting.filter((review) => review.key !== key));
  }

  #keep(reviews) {
    localStorage.setItem(this.#name, JSON.stringify(reviews));
    this.#events.changed(reviews.length, null);
  }
}

// The API's word on the review itself, which no repetition changes.
function isFinal(failure) {
  return failure instanceof Problem && [400, 403, 404, 413, 422].includes(failure.status);
}
