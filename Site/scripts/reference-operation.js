// One operation of the API: what it takes, what it answers, and a form to try it.

import { element } from "./dom.js";
import { memberTable } from "./reference-schema.js";
import { tryForm } from "./reference-try.js";

/** @returns {HTMLElement} Closed; its content is built when it is opened first. */
export function operationCard(operation, schemas) {
  const { method, path, summary, operationId, security } = operation;
  const card = element(
    "details", { class: "operation", id: operationId },
    element(
      "summary", {},
      element("span", { class: `method method-${method.toLowerCase()}` }, method),
      element("code", { class: "path" }, path),
      element("span", { class: "operation-summary" }, summary),
    ),
  );
  card.addEventListener("toggle", () => {
    if (card.childElementCount === 1) {
      card.append(element(
        "div", { class: "operation-body" },
        element("p", { class: "field-hint" }, `${operationId}. ${whoMay(security)}`),
        ...parts(operation, schemas),
        tryForm(operation, schemas),
      ));
    }
  });
  return card;
}

function whoMay(security) {
  if (security.length === 0) {
    return "Anyone may call it.";
  }

  return security.some((one) => "reader" in one)
    ? "For who is signed in: Authorization: Bearer, with an ID token."
    : "For who signs it with AWS Signature Version 4, as a moderator.";
}

function parts({ parameters, requestBody, responses }, schemas) {
  const body = requestBody && Object.values(requestBody.content)[0].schema;
  return [
    parameters && memberTable("Parameters", parameters.map(({ name, in: place, required, schema, description }) => ({
      name, schema: schemas.resolve(schema), required, description, place,
    }))),
    body && schemas.table(body, "Body"),
    element("h3", {}, "Answers"),
    element("ul", { class: "answers" }, ...Object.entries(responses).map(([status, response]) => answer(status, schemas.resolve(response), schemas))),
  ];
}

function answer(status, { description, content, headers }, schemas) {
  const schema = status < 400 && content && Object.values(content)[0].schema;
  return element(
    "li", {},
    element("strong", {}, status), " ", ...withLinks(description),
    headers && element("span", { class: "field-hint" }, ` With ${Object.keys(headers).join(", ")}.`),
    schema && schemas.table(schema, `Body of ${status}`),
  );
}

// Types of problems have pages: `/problems/stale-version`.
function withLinks(text) {
  return text.split("`").map((part) => (part.startsWith("/problems/")
    ? element("a", { href: `/problems.html#${part.slice("/problems/".length)}` }, part)
    : part));
}
