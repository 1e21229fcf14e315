// What others do to the glossary that is shown: its terms appear, change and go without a reload, and it itself.

import { untilNoDialogIsOpen } from "./dialog.js";
import { getGlossary } from "./glossaries.js";
import { standsAfter } from "./term-order.js";
import { toast } from "./toast.js";

// Answers that anyone gets may be this old (Cache-Control: max-age=5).
const OLDEST_ANSWER = 5500;

export class FollowedGlossary {
  #page;
  #told = new Map();
  #before = Promise.resolve();
  #followed = false;
  #gone = false;

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

  /** Deals with what is told, one message after the other. */
  hear(event) {
    this.#before = this.#before.then(() => this.#deal(event)).catch(() => {
      // What cannot be read now is read after the next message, or when the page is loaded again.
    });
    return this.#before;
  }

  async #deal({ type, changes, readers, ...event }) {
    await untilNoDialogIsOpen();
    if (this.#gone) {
      return;
    }

    switch (type) {
      case "following":
        this.#page.show(this.#page.glossary(), readers);
        this.#catchUp(event);
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

  /** What was changed while this page was not connected. What is told from now on is kept, since what is read may be older. */
  #catchUp({ version, termCount }) {
    const { mine, glossary } = this.#page;
    const missed = this.#followed || version > glossary().version || termCount !== glossary().termCount;
    this.#followed = true;
    this.#told.clear();
    if (missed) {
      setTimeout(() => this.hear({ type: "problem" }), mine ? 0 : OLDEST_ANSWER);
    }
  }

  async #read() {
    const { id, mine, pager, glossary, show } = this.#page;
    try {
      const now = await getGlossary(mine, id);
      if (now.version >= glossary().version) {
        show({ ...glossary(), ...now });
      }

      await pager.refresh();
      [...this.#told.values()].forEach((change) => this.#apply(change));
    } catch (failure) {
      if (failure.status === 404) {
        this.#end();
      }
    }
  }

  /** Shows a change, unless something as new is shown; returns what to say of it. */
  #apply(change) {
    switch (change.kind) {
      case "glossaryRemoved":
        this.#end();
        return null;
      case "glossaryChanged":
        return this.#changeGlossary(change);
      case "termRemoved":
        this.#told.set(change.termId, change);
        return this.#remove(change);
      default:
        return this.#put(change);
    }
  }

  #changeGlossary({ glossary: now, version }) {
    const { glossary, show } = this.#page;
    const before = glossary();
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
    if (told?.kind === "termRemoved" || told?.version > change.version) {
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

  #remove({ termId, version }) {
    const { pager } = this.#page;
    const shown = pager.items.find(({ id }) => id === termId);
    if (!shown || shown.version > version) {
      return null;
    }

    pager.remove(shown, { quietly: true });
    return `“${shown.term}” was deleted.`;
  }

  #end() {
    this.#gone = true;
    this.#page.gone();
  }
}

// Once for all that came together, in a polite live region: nobody is interrupted.
function announce(sentences) {
  if (sentences.length > 0) {
    toast(sentences.length === 1 ? sentences[0] : `${sentences.length} changes were made by somebody else.`);
  }
}
