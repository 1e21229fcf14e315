// Form fields with a label, a hint and a place for what is wrong with them.

import { element, newId } from "./dom.js";

const checks = new WeakMap();

/**
 * @param {string} name The member of the body that it fills.
 * @param {HTMLElement} control An input or a textarea.
 * @param {object} [options]
 * @param {string} [options.hint]
 * @param {(text: string) => string} [options.check] What is wrong with what stands there, without the spaces around it.
 */
export function field(name, label, control, { hint, check = () => "" } = {}) {
  const id = newId(name);
  control.id = id;
  control.name = name;
  const note = hint ? element("span", { class: "field-hint", id: `${id}-hint` }, hint) : null;
  const error = element("span", { class: "field-error", id: `${id}-error`, hidden: true });
  control.setAttribute("aria-describedby", [note?.id, error.id].filter(Boolean).join(" "));
  checks.set(control, () => check(control.value.trim()));

  // Who corrects a field sees at once whether it is right now.
  control.addEventListener("input", () => control.hasAttribute("aria-invalid") && mark(control, checks.get(control)()));
  return element("div", { class: "field" }, element("label", { for: id }, label), note, control, error);
}

/** Checks every field before anything is sent, and goes to the first that is wrong; answers whether all are right. */
export function checkFields(form) {
  return !markAll(form, (control) => checks.get(control)?.() ?? "");
}

/** Shows what is wrong with the members that have a field, and goes to the first; answers whether there was one. */
export function showMembers(form, members) {
  return markAll(form, (control) => members[control.name] ?? "");
}

function markAll(form, messageOf) {
  const controls = [...form.querySelectorAll("[name]")].filter((control) => errorOf(control));
  controls.forEach((control) => mark(control, messageOf(control)));
  const first = controls.find((control) => control.hasAttribute("aria-invalid"));
  first?.focus();
  return first !== undefined;
}

function mark(control, message) {
  const error = errorOf(control);
  error.textContent = message;
  error.hidden = !message;

  // The browser knows it too: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#dom-cva-setcustomvalidity
  control.setCustomValidity(message);
  if (message) {
    control.setAttribute("aria-invalid", "true");
  } else {
    control.removeAttribute("aria-invalid");
  }
}

function errorOf(control) {
  return control.id ? control.form.querySelector(`#${control.id}-error`) : null;
}
