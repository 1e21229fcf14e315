// What came back of a request of a lesson: whether it is as expected, the headers that teach, and where the local runner shows its way.

import { element } from "./dom.js";
import { fill } from "./lesson-requests.js";
import { ServerTiming } from "./server-timing.js";

// Where they are, these are shown at once, with those that the lesson speaks of; the others on demand.
const FIRST = ["Age", "X-Lexicon-Why"];

const TEACHING = [
  "X-Cache", ...FIRST, "X-Amz-Cf-Pop", "Cache-Control", "ETag", "X-Amzn-RequestId", "X-Amzn-ErrorType", "X-Amzn-Trace-Id", "Retry-After",
  "WWW-Authenticate", "Server-Timing",
];

/** @returns {{shown: HTMLElement, isAsExpected: boolean}} */
export function answerOf({ name, expected, together }, response, text, took, values) {
  const body = parsed(text);
  if (name) {
    remember(name, response, body, values);
  }

  const missed = expected.map((one) => missedBy(fill(one, values), response, body)).filter(Boolean);
  const named = [...FIRST, ...expected.map((one) => one.split(":")[0])].map((one) => one.toLowerCase());
  const headers = Map.groupBy(
    TEACHING.map((header) => [header, valueOf(response, header)]).filter(([, value]) => value),
    ([header]) => together === 1 && named.includes(header.toLowerCase()),
  );
  const timing = ServerTiming.of(response);
  const behind = timing.milliseconds("cdn-upstream-fbl");
  return {
    isAsExpected: missed.length === 0,
    shown: element(
      "div", { class: missed.length === 0 ? "answer-card" : "answer-card answer-other" },
      element(
        "p", {},
        element("strong", {}, `${response.status} ${response.statusText}`.trim()), ` in ${took.toFixed(took < 10 ? 1 : 0)} ms`,
        behind !== null && ` (${behind} of them at the origin)`,
        missed.length === 0 ? ", as expected. " : `, not as expected: ${missed.join(" ")} `,
        timing.trace && element("a", { href: timing.trace }, "See each step"),
      ),
      body?.type?.startsWith("/problems/") && element(
        "p", {}, body.detail, " ", element("a", { href: `/problems.html#${body.type.slice("/problems/".length)}` }, body.title),
      ),
      headers.has(true) && list(headers.get(true)),
      element(
        "details", {},
        element("summary", {}, text ? "More headers, and the body" : "More headers"),
        headers.has(false) && list(headers.get(false)),
        text && element(
          "pre", { tabindex: "0", role: "group", "aria-label": "Body" }, body ? JSON.stringify(body, null, 2) : text.slice(0, 2000),
        ),
      ),
    ),
  };
}

function list(headers) {
  return element("dl", { class: "answer-headers" }, ...headers.flatMap(([name, value]) => [
    element("dt", {}, name), element("dd", {}, value),
  ]));
}

function remember(name, response, body, values) {
  for (const [header, value] of response.headers) {
    values.set(`${name}.response.headers.${header}`.toLowerCase(), value);
  }

  const members = (value, path) => {
    if (value !== null && typeof value === "object") {
      Object.entries(value).forEach(([member, inner]) => members(inner, `${path}.${member}`));
    } else {
      values.set(path.toLowerCase(), String(value));
    }
  };
  members(body, `${name}.response.body`);
}

// Why what came is not as expected; null where it is.
function missedBy(expectation, response, body) {
  const [name, wanted] = expectation.split(/: (.*)/);
  if (wanted === undefined) {
    return String(response.status) === name ? null : `The status should be ${name}.`;
  }

  const path = name.startsWith("body.") ? name.slice("body.".length).split(".") : null;
  const value = path ? path.reduce((inner, member) => inner?.[member], body) : response.headers.get(name);
  const text = value === undefined || value === null ? "" : String(value);
  const matches = wanted.endsWith("*") ? text.startsWith(wanted.slice(0, -1)) && text !== "" : text === wanted;
  return matches ? null : `${name} should be ${wanted}${text ? ` and is ${text}` : " and is missing"}.`;
}

// The ids of Server-Timing are in headers of their own, and the trace is a link.
function valueOf(response, header) {
  const value = response.headers.get(header);
  return header === "Server-Timing"
    ? value?.split(",").filter((metric) => !/^(cdn-rid|cdn-pop|lexicon-trace);/.test(metric)).join(", ")
    : value;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
