// Short messages at the foot of the page, in a polite live region; one with an action stays longer.

import { button, byId, element } from "./dom.js";

const SHORT = 5000;
const LONG = 12_000;

/** @param {{label: string, act: () => void}} [action] Such as undo. */
export function toast(message, action) {
  const shown = element("div", { class: "toast" }, element("span", {}, message));
  let timer = null;
  const end = () => {
    clearTimeout(timer);
    shown.remove();
  };
  const start = () => {
    clearTimeout(timer);
    timer = setTimeout(end, action ? LONG : SHORT);
  };

  if (action) {
    shown.append(button(action.label, () => {
      end();
      action.act();
    }, { style: "button-small" }));
  }

  // Nobody is hurried while reading or about to press the button.
  for (const event of ["pointerenter", "focusin"]) {
    shown.addEventListener(event, () => clearTimeout(timer));
  }

  for (const event of ["pointerleave", "focusout"]) {
    shown.addEventListener(event, start);
  }

  byId("toasts").querySelectorAll(".toast:not(:has(button))").forEach((old) => old.remove());
  byId("toasts").append(shown);
  start();
}
