// What others do to the glossary that is shown: its terms appear, change and go without a reload, and it itself.

import { untilNoDialogIsOpen } from "./dialog.js";
import { getGlossary } from "./glossaries.js";
import { standsAfter } from "./term-order.js";
import { toast } from "./toast.js";

// An answer that anyone gets may be this old: five seconds in a cache (Cache-Control: max-age=5), after half a minute at most on its way
// there, which is as long as API Gateway waits for a function.
const OLDEST_ANSWER = 35_000;

// What anyone reads follows the table within a second:
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.ReadConsistency.html.
const BEHIND_THE_TABLE = 1000;

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * Nothing is missed, since a page shows what was read after it was said to follow, and over it what it was told on that connection:
 * what was changed before is in the one, what was changed later in the other, and the newer version of a term counts.
 */
export class FollowedGlossary {
  #page;
  #told = new Map();
  #before = Promise.resolve();
  #gone = false;
  #key = null;
  #followedAt = 0;
  #timer = null;
  #wait = FIRST_WAIT;

  /**
   * @param {object} page
   * @param {string} page.id The glossary's.
   * @param {boolean} page.mine Whether it is shown to its owner.
   * @param {import("./pager.js").Pager} page.pager Its terms.
   * @param {(term: object) => boolean} page.belongs Whether a term is among those that the reader asked for.
   * @param {() => object} page.glossary The glossary as it is shown.
   * @param {(glossary: object, readers?: number) => void} page.show Shows it as it is now, and how many read along.
   * @param {() => void} page.gone Shows that it is gone.
   */
  constructor(page) {
    this.#page = page;
  }

  /** What to ask the API with for an answer that no cache had before the page was said to follow; undefined: any answer is newer. */
  get fresh() {
    return this.#page.mine || Date.now() - this.#followedAt > OLDEST_ANSWER ? undefined : this.#key;
  }

  /** Deals with what is told, one message after the other. */
  hear(event) {
    this.#before = this.#before.then(() => this.#deal(event)).catch(() => {
      // What cannot be shown now is shown after the next connection, or when the page is loaded again.
    });
    return this.#before;
  }

  /** Shows over a list that was read, and may be older, what was told. */
  tellAgain() {
    [...this.#told.values()].forEach((change) => this.#apply(change, { again: true }));
  }

  async #deal({ type, changes, readers }) {
    await untilNoDialogIsOpen();
    if (this.#gone) {
      return;
    }

    switch (type) {
      case "connected":
        // Of what was told earlier something may be gone meanwhile. What is told from now on, before "following" too, is kept.
        this.#told.clear();
        break;
      case "following":
        this.#key = crypto.randomUUID();
        this.#followedAt = Date.now();
        this.#page.show(this.#page.glossary(), readers);
        this.#readIn(this.#page.mine ? 0 : BEHIND_THE_TABLE);
        break;
      case "readers":
        this.#page.show(this.#page.glossary(), readers);
        break;
      case "changes":
        announce(changes.map((change) => this.#apply(change)).filter(Boolean));
        break;
      case "problem":
        await this.#read();
        break;
    }
  }

  #readIn(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hear({ type: "problem" }), milliseconds);
  }

  /** What was changed while this page was not told. What cannot be read now is read later. */
  async #read() {
    const { id, mine, pager, glossary, show } = this.#page;
    try {
      const now = await getGlossary(mine, id, { fresh: this.fresh });
      if (now.version >= glossary().version) {
        show({ ...glossary(), ...now });
      }

      if (await pager.refresh()) {
        this.#wait = FIRST_WAIT;
        return;
      }
    } catch (failure) {
      if (failure.status === 404) {
        this.#end();
        return;
      }
    }

    this.#readIn(this.#wait * (0.5 + Math.random()));
    this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
  }

  /** Shows a change, unless something as new is shown; returns what to say of it. */
  #apply(change, { again = false } = {}) {
    switch (change.kind) {
      case "glossaryRemoved":
        this.#end();
        return null;
      case "glossaryChanged":
        return this.#changeGlossary(change);
      case "termRemoved":
        return this.#remove(change, again);
      default:
        return this.#put(change);
    }
  }

  #changeGlossary(change) {
    const { glossary: now, version } = change;
    const { glossary, show } = this.#page;
    const before = glossary();
    this.#told.set("glossary", change);
    if (version < before.version) {
      return null;
    }

    show({ ...before, ...now });
    return version > before.version ? "The glossary was changed." : null;
  }

  #put(change) {
    const { pager, belongs } = this.#page;
    const { term } = change;
    const told = this.#told.get(term.id);
    if (told?.version > change.version || (told?.version === change.version && told.kind === "termRemoved")) {
      return null;
    }

    this.#told.set(term.id, change);
    const shown = pager.items.find(({ id }) => id === term.id);
    if (shown?.version >= term.version) {
      return null;
    }

    const isListed = belongs(term);
    if (shown && isListed && shown.term === term.term) {
      pager.replace(term);
    } else {
      if (shown) {
        pager.remove(term, { quietly: true });
      }

      if (isListed && (!pager.hasMore || pager.items.some(standsAfter(term)))) {
        pager.insert(term, standsAfter(term));
      }
    }

    return `“${term.term}” was ${change.kind === "termAdded" ? "added" : "changed"}.`;
  }

  #remove(change, again) {
    const { pager, mine } = this.#page;
    const { termId, version } = change;
    if (this.#told.get(termId)?.version > version) {
      return null;
    }

    this.#told.set(termId, change);
    const shown = pager.items.find(({ id }) => id === termId);
    if (!shown || shown.version > version) {
      return null;
    }

    // Others are told the same of a term that is hidden; its owner sees it all the same, and reads what became of it.
    if (mine && (shown.hidden || shown.version < version)) {
      if (!again) {
        this.#readIn(0);
      }

      return null;
    }

    pager.remove(shown, { quietly: true });
    return `“${shown.term}” was deleted.`;
  }

  #end() {
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#page.gone();
  }
}

// Once for all that came together, in a polite live region: nobody is interrupted.
function announce(sentences) {
  if (sentences.length > 0) {
    toast(sentences.length === 1 ? sentences[0] : `${sentences.length} changes were made by somebody else.`);
  }
}
