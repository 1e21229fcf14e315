// The WebSocket API in the reference: how to connect, what a client sends and what it gets.

import { element } from "./dom.js";

/** @param {{description: string, sends: {action: string, description: string, message: object}[], receives: object}} live */
export function messageList({ description, sends, receives }, schemas) {
  return element(
    "div", { class: "operation-body" },
    element("p", {}, description),
    element("h3", {}, "A client sends"),
    element("ul", { class: "answers" }, ...sends.map(({ action, description: text, message }) => element(
      "li", {},
      element("strong", {}, action), " ", text,
      message && element("pre", { tabindex: "0", role: "region", "aria-label": `Example of ${action}` },
        JSON.stringify({ action, ...schemas.example(message) })),
    ))),
    element("h3", {}, "A client gets"),
    schemas.table(receives, "Members of a message"),
  );
}
