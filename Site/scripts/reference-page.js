// The API reference: what openapi.json says, to read and to try.

import { byId, element } from "./dom.js";
import { showHeader } from "./header.js";
import { showFailure } from "./notice.js";
import { messageList } from "./reference-messages.js";
import { operationCard } from "./reference-operation.js";
import { Schemas } from "./reference-schema.js";
import { request } from "./api.js";

const METHODS = ["get", "post", "put", "patch", "delete"];

function operationsOf(api) {
  return Object.entries(api.paths).flatMap(([path, methods]) => METHODS
    .filter((method) => methods[method])
    .map((method) => ({ ...methods[method], path, method: method.toUpperCase() })));
}

function section(id, title, ...content) {
  return element("section", { "aria-labelledby": id }, element("h2", { id }, title), ...content);
}

function show(api) {
  const schemas = new Schemas(api);
  const operations = operationsOf(api);
  const groups = Map.groupBy(operations, ({ tags }) => tags[0]);
  byId("operations").replaceChildren(
    ...[...groups].map(([tag, members]) =>
      section(tag.toLowerCase(), tag, ...members.map((operation) => operationCard(operation, schemas)))),
  );
  byId("live").replaceChildren(messageList(api["x-live"], schemas));
  byId("status").textContent = `${api.info.title} ${api.info.version}: ${operations.length} operations.`;
  openNamed();
}

/** An address can name an operation, which is open then, or a part of the page, which has moved since it was read. */
function openNamed() {
  const named = document.getElementById(location.hash.slice(1));
  if (named?.matches("details")) {
    named.open = true;
  }

  named?.scrollIntoView();
}

async function start() {
  byId("status").textContent = "Loading";
  try {
    show((await request("GET", "/api/openapi.json")).data);
  } catch (failure) {
    byId("status").textContent = "";
    showFailure(byId("problem"), failure, { retry: start });
  }
}

showHeader();
addEventListener("hashchange", openNamed);
start();
