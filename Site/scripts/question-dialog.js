// A dialog that asks for a few fields and sends them once; what the API finds wrong is shown at its field.

import { openDialog } from "./dialog.js";
import { button, element } from "./dom.js";
import { checkFields, showMembers } from "./fields.js";
import { clear, showFailure } from "./notice.js";

/**
 * @param {object} question
 * @param {string} question.heading
 * @param {Node[]} question.content What is asked: fields of fields.js, and words.
 * @param {string} question.label Of the button that sends.
 * @param {string} [question.style] Of that button.
 * @param {() => Promise<void>} question.send
 */
export function ask({ heading, content, label, style = "button-main", send }) {
  const problem = element("div");
  const yes = element("button", { type: "submit", class: `button ${style}` }, label);
  const form = element(
    "form", { class: "editor", novalidate: true, onsubmit: submit }, ...content, problem,
    element("div", { class: "buttons buttons-end" }, button("Cancel", () => dialog.close()), yes));
  const dialog = openDialog(heading, form);

  async function submit(event) {
    event.preventDefault();
    if (!checkFields(form)) {
      return;
    }

    clear(problem);
    yes.disabled = true;
    try {
      await send();
      dialog.close();
    } catch (failure) {
      yes.disabled = false;
      if (!showMembers(form, failure.members ?? {})) {
        showFailure(problem, failure);
      }
    }
  }
}
