// Form fields with a label, a hint and a place for what is wrong with them.

import { element, newId } from "./dom.js";

/**
 * @param {string} name The member of the body that it fills.
 * @param {HTMLElement} control An input or a textarea.
 */
export function field(name, label, control, hint) {
  const id = newId(name);
  control.id = id;
  control.name = name;
  const note = hint ? element("span", { class: "field-hint", id: `${id}-hint` }, hint) : null;
  const error = element("span", { class: "field-error", id: `${id}-error`, hidden: true });
  control.setAttribute("aria-describedby", [note?.id, error.id].filter(Boolean).join(" "));
  return element("div", { class: "field" }, element("label", { for: id }, label), note, control, error);
}

/** Shows what is wrong with the members that have a field, and goes to the first; answers whether there was one. */
export function showMembers(form, members) {
  let first = null;
  for (const control of form.querySelectorAll("[name]")) {
    const error = form.querySelector(`#${control.id}-error`);
    if (!error) {
      continue;
    }

    const message = members[control.name];
    error.textContent = message ?? "";
    error.hidden = !message;
    control.toggleAttribute("aria-invalid", false);
    if (message) {
      control.setAttribute("aria-invalid", "true");
      first ??= control;
    }
  }

  first?.focus();
  return first !== null;
}
