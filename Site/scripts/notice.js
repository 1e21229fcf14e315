// Failures, shown where they happened and read out by screen readers.

import { button, element } from "./dom.js";
import { explain } from "./problem.js";
import { signIn } from "./sign-in.js";

/**
 * Shows a failure in a place, with what can be done about it.
 * @param {Element} place
 * @param {Error} failure
 * @param {{retry?: () => void, beforeSignIn?: () => void}} actions
 */
export function showFailure(place, failure, { retry, beforeSignIn } = {}) {
  const { heading, text, retry: canRetry, signIn: mustSignIn } = explain(failure);
  const buttons = element("div", { class: "buttons" });
  if (mustSignIn) {
    buttons.append(button("Sign in", () => {
      beforeSignIn?.();
      signIn().catch((next) => showFailure(place, next));
    }, { style: "button-main" }));
  } else if (canRetry && retry) {
    buttons.append(button("Try again", () => {
      clear(place);
      retry();
    }));
  }

  place.replaceChildren(element(
    "div", { class: "notice notice-bad", role: "alert" },
    element("p", {}, element("strong", {}, heading), " ", text, mustSignIn && beforeSignIn && " What you typed is kept in this tab."),
    buttons.hasChildNodes() && buttons,
  ));
}

/** Takes a failure away. */
export function clear(place) {
  place.replaceChildren();
}
