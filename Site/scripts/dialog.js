// Modal dialogs on the browser's own <dialog>: it keeps the focus inside and gives it back.

import { button, element, newId } from "./dom.js";

/** Opens a dialog with a heading and content; it leaves the page when it closes. */
export function openDialog(heading, ...content) {
  const id = newId("dialog");
  const dialog = element(
    "dialog", { class: "dialog", "aria-labelledby": id },
    element("div", { class: "dialog-body" }, element("h2", { id }, heading), ...content),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The dialog that is open; null where none is. */
export function dialogInFront() {
  return document.querySelector("dialog[open]");
}

/** Returns once no dialog is open: what a reader decides about, or types, stays as it is until they have decided. */
export async function untilNoDialogIsOpen() {
  for (let dialog = dialogInFront(); dialog; dialog = dialogInFront()) {
    await new Promise((resolve) => dialog.addEventListener("close", resolve, { once: true }));
  }
}

/** Asks before something that cannot be undone; the act may fail, and then says so in the dialog. */
export function confirmFirst({ heading, text, label, act, onFailure }) {
  const problem = element("div");
  const yes = button(label, async () => {
    yes.disabled = true;
    try {
      await act();
      dialog.close();
    } catch (failure) {
      yes.disabled = false;
      onFailure(problem, failure, dialog);
    }
  }, { style: "button-bad" });
  const no = button("Keep it", () => dialog.close());
  const dialog = openDialog(heading, element("p", {}, text), problem, element("div", { class: "buttons buttons-end" }, no, yes));
  no.focus();
  return dialog;
}
