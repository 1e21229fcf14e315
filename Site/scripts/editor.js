// The dialog that creates or changes something: saving, field errors, conflicts, drafts.

import { button, element } from "./dom.js";
import { openDialog } from "./dialog.js";
import { keepDraft, takeDraft } from "./drafts.js";
import { checkFields, showMembers } from "./fields.js";
import { clear, showFailure } from "./notice.js";
import { Problem } from "./problem.js";

/**
 * @param {object} options
 * @param {string} options.heading
 * @param {string} options.draft The name under which a draft is kept.
 * @param {(values: object | null) => {fields: Node[], read: () => object}} options.fields Builds the fields from values.
 * @param {object | null} options.item What is changed; null when something is created.
 * @param {(item: object | null, values: object) => Promise<object>} options.save
 * @param {(item: object) => Promise<object | null>} options.reload Reads the item as it is now.
 * @param {(saved: object) => void} options.saved
 */
export function openEditor({ heading, draft, fields, item, save, reload, saved }) {
  let current = item;
  let form = fields(takeDraft(draft) ?? item);
  const problem = element("div");
  const place = element("div", { class: "dialog-body-fields" }, ...form.fields);
  const submit = element("button", { type: "submit", class: "button button-main" }, item ? "Save" : "Create");
  const body = element(
    "form", { class: "editor", novalidate: true, onsubmit: onSubmit },
    problem, place,
    element("div", { class: "buttons buttons-end" }, button("Cancel", () => dialog.close()), submit),
  );
  const dialog = openDialog(heading, body);
  body.querySelector("[name]")?.focus();

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

  // Two people, or two tabs, changed the same thing: the reader decides which one stays.
  function showConflict(failure) {
    showFailure(problem, failure);
    problem.firstElementChild.append(element(
      "div", { class: "buttons" },
      button("Show what is there now", () => withNow((now) => {
        form = fields(now);
        place.replaceChildren(...form.fields);
        body.querySelector("[name]")?.focus();
      })),
      button("Save mine over it", () => withNow(trySaving), { style: "button-bad" }),
    ));
    problem.scrollIntoView({ block: "nearest" });
  }

  async function withNow(act) {
    try {
      const now = await reload(current);
      if (!now) {
        throw new Problem(404, {});
      }

      current = now;
      clear(problem);
      await act(now);
    } catch (failure) {
      showFailure(problem, failure);
    }
  }
}
