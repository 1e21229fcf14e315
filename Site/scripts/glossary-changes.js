// What an owner changes on the page of a glossary: its terms, and the glossary itself.

import { confirmFirst } from "./dialog.js";
import { counted } from "./format.js";
import { createTerm, deleteGlossary, deleteTerm, getGlossary, getTerm } from "./glossaries.js";
import { editGlossary } from "./glossary-form.js";
import { editImage } from "./image-dialog.js";
import { showFailure } from "./notice.js";
import { Problem } from "./problem.js";
import { editTerm } from "./term-form.js";
import { toast } from "./toast.js";

const byName = new Intl.Collator(undefined, { sensitivity: "base" });

const isStale = (failure) => failure instanceof Problem && failure.status === 412;
const isGone = (failure) => failure instanceof Problem && failure.status === 404;

export class GlossaryChanges {
  #id;
  #pager;
  #problem;
  #glossary;
  #show;

  /**
   * @param {string} id The glossary's.
   * @param {object} page
   * @param {import("./pager.js").Pager} page.pager The terms.
   * @param {HTMLElement} page.problem Where failures are shown.
   * @param {() => object} page.glossary The glossary as it is shown.
   * @param {(glossary: object) => void} page.show Shows it as it is now.
   */
  constructor(id, { pager, problem, glossary, show }) {
    this.#id = id;
    this.#pager = pager;
    this.#problem = problem;
    this.#glossary = glossary;
    this.#show = show;
  }

  addTerm() {
    editTerm(this.#id, null, (saved) => {
      this.#added(saved);
      toast(`Added “${saved.term}”.`);
    });
  }

  editTerm(term) {
    editTerm(this.#id, term, (saved) => {
      focusOn(this.#pager.replace(saved));
      toast(`Saved “${saved.term}”.`);
    }, (now) => focusOn(this.#pager.replace(now)));
  }

  editImage(term) {
    editImage(term, (now) => focusOn(this.#pager.replace(now)));
  }

  async deleteTerm(term) {
    this.#pager.setBusy(term, true);
    try {
      await deleteTerm(term);
      if (this.#pager.remove(term)) {
        this.#count(-1);
      }

      toast(`Deleted “${term.term}”.`, { label: "Undo", act: () => this.#restore(term, crypto.randomUUID()) });
    } catch (failure) {
      if (isStale(failure)) {
        await this.#askAboutChanged(term);
      } else {
        this.#failed(term, failure, () => this.deleteTerm(term));
      }
    } finally {
      this.#pager.setBusy(term, false);
    }
  }

  editGlossary() {
    editGlossary(this.#glossary(), (saved) => {
      this.#show(saved);
      toast("Saved.");
    }, this.#show);
  }

  deleteGlossary() {
    const asked = this.#glossary();
    confirmFirst({
      heading: `Delete “${asked.title}”?`,
      text: `The glossary and its ${counted(asked.termCount, "term")} will be gone for good.`,
      label: "Delete it",
      act: async () => {
        await deleteGlossary(asked);
        location.assign("/mine.html");
      },
      onFailure: async (place, failure, dialog) => {
        try {
          if (!isStale(failure)) {
            throw failure;
          }

          this.#show(await getGlossary(true, this.#id));
          dialog.close();
          toast("The glossary was changed meanwhile. Look at it, then delete it again.");
        } catch (next) {
          showFailure(place, next);
        }
      },
    });
  }

  /** Undo: the same term again, under a new id; of an answer that is sent back, the API takes what a reader writes. */
  async #restore(old, key) {
    try {
      this.#added(await createTerm(this.#id, old, key));
      toast(`“${old.term}” is back.`);
    } catch (failure) {
      showFailure(this.#problem, failure, { retry: () => this.#restore(old, key) });
    }
  }

  async #askAboutChanged(term) {
    try {
      const now = await getTerm(true, this.#id, term.id);
      this.#pager.replace(now);
      confirmFirst({
        heading: `Delete “${now.term}”?`,
        text: "It was changed after you opened it. The list now shows what is there.",
        label: "Delete it anyway",
        act: () => this.deleteTerm(now),
        onFailure: showFailure,
      });
    } catch (failure) {
      this.#failed(term, failure, () => this.#askAboutChanged(term));
    }
  }

  /** A deletion that failed, unless somebody else was quicker with it. */
  #failed(term, failure, retry) {
    if (isGone(failure)) {
      this.#pager.remove(term);
      toast(`“${term.term}” was deleted already.`);
    } else {
      showFailure(this.#problem, failure, { retry });
    }
  }

  #added(term) {
    // It may have been told of before it was answered.
    if (this.#pager.items.some(({ id }) => id === term.id)) {
      focusOn(this.#pager.replace(term));
      return;
    }

    this.#count(1);
    focusOn(this.#pager.insert(term, (other) => byName.compare(other.term, term.term) > 0));
  }

  #count(difference) {
    const glossary = this.#glossary();
    this.#show({ ...glossary, termCount: glossary.termCount + difference });
  }
}

function focusOn(card) {
  card?.querySelector("a, button")?.focus();
}
