// A form that sends an operation, with the reader's own sign-in, and shows what came back as it came.

import { button, element, newId } from "./dom.js";
import { session } from "./session.js";
import { idToken, signIn } from "./sign-in.js";

/** @returns {HTMLElement} */
export function tryForm(operation, schemas) {
  const { method, path, parameters = [], requestBody, security } = operation;
  const signed = security.some((one) => "reader" in one);
  if (security.length > 0 && !signed) {
    return element("p", { class: "field-hint" }, "It is tried on the page of moderation, which signs its requests.");
  }

  const inputs = parameters.map((parameter) => ({ ...parameter, control: controlOf(parameter, schemas) }));
  const body = requestBody && element("textarea", { rows: 8, spellcheck: "false", class: "code" });
  if (body) {
    body.value = JSON.stringify(schemas.example(Object.values(requestBody.content)[0].schema), null, 2);
  }

  const place = element("div", { role: "status" });
  const send = element("button", { type: "submit", class: "button button-main" }, "Send");
  return element(
    "form", { class: "try", onsubmit: (event) => submit(event) },
    element("h3", {}, "Try it"),
    ...inputs.map(({ name, control }) => labeled(name, control)),
    body && labeled("Body", body),
    element("div", { class: "buttons" }, signed && !session()
      ? button("Sign in to try it", () => signIn().catch((failure) => place.replaceChildren(failure.message)))
      : send),
    place,
  );

  async function submit(event) {
    event.preventDefault();
    send.disabled = true;
    try {
      place.replaceChildren(await sent());
    } catch (failure) {
      place.replaceChildren(element("p", { class: "field-error" }, failure.message));
    } finally {
      send.disabled = false;
    }
  }

  async function sent() {
    const headers = Object.fromEntries(valuesOf("header"));
    if (body) {
      headers["Content-Type"] = "application/json";
    }

    if (signed) {
      headers.Authorization = `Bearer ${await idToken()}`;
    }

    const query = new URLSearchParams(valuesOf("query"));
    const address = valuesOf("path").reduce((all, [name, value]) => all.replace(`{${name}}`, encodeURIComponent(value)), path)
      + (query.size > 0 ? `?${query}` : "");
    const began = performance.now();
    const response = await fetch(address, { method, headers, body: body?.value, cache: "no-store" });
    const text = await response.text();
    const took = performance.now() - began;
    return element(
      "div", { class: "try-answer" },
      element("p", {}, element("strong", {}, `${response.status} ${response.statusText}`.trim()), ` in ${took.toFixed(0)} ms, ${address}`),
      output("Headers", [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n")),
      text && output("Body", pretty(text)),
    );
  }

  function valuesOf(kind) {
    return inputs.filter(({ in: place, control }) => place === kind && control.value).map(({ name, control }) => [name, control.value]);
  }
}

function controlOf({ name, required, schema }, schemas) {
  const control = element("input", { type: "text", autocomplete: "off", spellcheck: "false", required });
  control.value = name === "Idempotency-Key" ? crypto.randomUUID() : required ? schemas.example(schema) : "";
  return control;
}

function labeled(name, control) {
  control.id = newId("try");
  return element("div", { class: "field" }, element("label", { for: control.id }, name), control);
}

function output(name, text) {
  return element("pre", { tabindex: "0", role: "region", "aria-label": name }, text);
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
