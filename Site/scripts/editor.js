// The dialog that creates or changes something: saving, field errors, conflicts, drafts.

import { button, element } from "./dom.js";
import { comparison } from "./comparison.js";
import { confirmFirst, openDialog } from "./dialog.js";
import { dropDraft, keepDraft, takeDraft } from "./drafts.js";
import { checkFields, showMembers } from "./fields.js";
import { clear, showFailure } from "./notice.js";
import { Problem } from "./problem.js";
import { toast } from "./toast.js";

/**
 * @param {object} options
 * @param {string} options.heading
 * @param {string} options.draft The name under which a draft is kept.
 * @param {(values: object | null) => {fields: Node[], read: () => object}} options.fields Builds the fields from values.
 * @param {object | null} options.item What is changed; null when something is created.
 * @param {(item: object | null, values: object) => Promise<object>} options.save
 * @param {(item: object) => Promise<object>} options.reload Reads the item as it is now.
 * @param {(saved: object) => void} options.saved
 * @param {(now: object) => void} [options.overtaken] Shows what a reload found, where nothing was saved over it.
 */
export function openEditor({ heading, draft, fields, item, save, reload, saved, overtaken }) {
  let current = item;
  let shown = item;
  let untouched = JSON.stringify(fields(item).read());
  let form = fields(takeDraft(draft) ?? item);
  let settled = false;
  let question = null;
  const problem = element("div");
  const place = element("div", { class: "dialog-body-fields" }, ...form.fields);
  const submit = element("button", { type: "submit", class: "button button-main" }, item ? "Save" : "Create");
  const body = element(
    "form", { class: "editor", novalidate: true, onsubmit: onSubmit },
    problem, place,
    element("div", { class: "buttons buttons-end" }, button("Cancel", leave), submit),
  );
  const dialog = openDialog(heading, body);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    leave();
  });
  dialog.addEventListener("close", onClose);
  window.addEventListener("pagehide", keepTyped);
  body.querySelector("[name]")?.focus();

  const isTouched = () => JSON.stringify(form.read()) !== untouched;

  // Escape and Cancel: nothing that was typed goes without a question.
  function leave() {
    if (!isTouched()) {
      dialog.close();
      return;
    }

    if (question) {
      return;
    }

    question = confirmFirst({
      heading: "Discard what you typed?",
      text: "It is not saved.",
      label: "Discard it",
      act: () => {
        settled = true;
      },
    });
    question.addEventListener("close", () => {
      question = null;
      if (settled) {
        dialog.close();
      }
    }, { once: true });
  }

  // A browser lets a page hold a dialog open only once until the reader does something else: then the draft stays.
  // https://html.spec.whatwg.org/multipage/interaction.html#close-watcher-request-close
  function onClose() {
    window.removeEventListener("pagehide", keepTyped);
    question?.close();
    if (settled) {
      dropDraft(draft);
    } else if (keepTyped()) {
      toast("What you typed is kept in this tab until you open the form again.");
    }

    if (current !== shown) {
      overtaken?.(current);
    }
  }

  // The page may go before the form does: it is loaded again, or the reader goes back.
  function keepTyped() {
    const isTyped = !settled && isTouched();
    if (isTyped) {
      keepDraft(draft, form.read());
    }

    return isTyped;
  }

  async function onSubmit(event) {
    event.preventDefault();
    await trySaving();
  }

  async function trySaving() {
    clear(problem);
    if (!checkFields(body)) {
      return;
    }

    const values = form.read();
    submit.disabled = true;
    try {
      const result = await save(current, values);
      settled = true;
      current = result;
      shown = result;
      dialog.close();
      saved(result);
    } catch (failure) {
      onFailure(failure, values);
    } finally {
      submit.disabled = false;
    }
  }

  function onFailure(failure, values) {
    if (failure instanceof Problem && failure.status === 412 && current) {
      showConflict(failure);
      return;
    }

    const found = failure instanceof Problem && showMembers(body, failure.members);
    if (!found || failure.members[""]) {
      showFailure(problem, failure, { retry: trySaving, beforeSignIn: () => keepDraft(draft, values) });
      problem.scrollIntoView({ block: "nearest" });
    }
  }

  // Two people, or two tabs, changed the same thing: the reader sees both and decides which one stays.
  function showConflict(failure) {
    const mine = form.read();
    showFailure(problem, failure);
    const notice = problem.firstElementChild;
    const buttons = element(
      "div", { class: "buttons" },
      button("Show what is there now", () => withNow((now) => {
        refill(now);
        untouched = JSON.stringify(form.read());
        problem.replaceChildren(element(
          "p", { class: "notice" }, "This is what is there now.", " ", button("Back to what I typed", () => {
            refill(mine);
            showConflict(failure);
          }, { style: "button-small" }),
        ));
      })),
      button("Save mine over it", () => withNow(trySaving), { style: "button-bad" }),
    );
    notice.append(buttons);
    problem.scrollIntoView({ block: "nearest" });
    reload(current).then(
      (now) => buttons.before(comparison(body, fields(now).read(), mine)),
      () => null, // The buttons read it again, and say what is wrong then.
    );
  }

  function refill(values) {
    form = fields(values);
    place.replaceChildren(...form.fields);
    body.querySelector("[name]")?.focus();
  }

  async function withNow(act) {
    try {
      current = await reload(current);
      clear(problem);
      await act(current);
    } catch (failure) {
      showFailure(problem, failure);
    }
  }
}
