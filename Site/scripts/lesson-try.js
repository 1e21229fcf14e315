// The requests of a lesson as a card: what is sent, what is expected, a button, and what came back.

import { button, element, newId } from "./dom.js";
import { answerOf } from "./lesson-answer.js";
import { fill } from "./lesson-requests.js";
import { session } from "./session.js";
import { idToken, signIn } from "./sign-in.js";

/** @returns {HTMLElement} */
export function tryOut({ requests, variables, needsSignIn, isLocal }, here) {
  const places = requests.map(() => element("div", { class: "answer" }));
  const told = element("p", { class: "try-status", role: "status" });
  const heading = newId("try");
  return element(
    "div", { class: "try-out", role: "group", "aria-labelledby": heading },
    element(
      "div", { class: "try-head" },
      element("h3", { id: heading }, howMany(requests)),
      told,
      control(),
    ),
    element("ol", { class: "try-steps" }, ...requests.map((request, index) => step(request, places[index]))),
  );

  function control() {
    if (isLocal && !here.isLocal) {
      return element("p", { class: "field-hint" }, "Only the local runner understands these: make up.");
    }

    return needsSignIn && !session()
      ? button("Sign in to try it", () => signIn().catch((failure) => told.replaceChildren(failure.message)), { style: "button-main" })
      : button("Try it", ({ currentTarget }) => run(currentTarget), { style: "button-main" });
  }

  async function run(pressed) {
    pressed.disabled = true;
    places.forEach((place) => place.replaceChildren());
    told.textContent = "Sending";
    try {
      told.textContent = summary(await sendAll());
    } catch (failure) {
      told.textContent = failure.message;
    } finally {
      pressed.disabled = false;
    }
  }

  // What was created is deleted in the end, whatever came between.
  async function sendAll() {
    const values = new Map(needsSignIn ? [["token", await idToken()]] : []);
    variables.forEach(([name, value]) => values.set(name, fill(value, values)));
    let asExpected = 0;
    let failed = null;
    for (const [index, request] of requests.entries()) {
      if (failed && request.method !== "DELETE") {
        continue;
      }

      try {
        const answers = await send(request, values);
        places[index].append(...answers.map(({ shown }) => shown));
        asExpected += answers.every(({ isAsExpected }) => isAsExpected) ? 1 : 0;
      } catch (failure) {
        failed ??= failure;
      }
    }

    if (failed) {
      throw failed;
    }

    return asExpected;
  }

  function summary(asExpected) {
    return asExpected === requests.length
      ? "Done. All of it came as expected."
      : `Done. ${asExpected} of ${requests.length} came as expected.`;
  }
}

function howMany([{ together }, ...others]) {
  if (others.length > 0) {
    return `${others.length + 1} steps, one after the other`;
  }

  return together > 1 ? `${together} requests at once` : "One request";
}

function step({ title, method, target, headers, body, expected }, place) {
  const text = [`${method} ${target}`, ...headers.map((pair) => pair.join(": ")), ...(body ? ["", body] : [])].join("\n");
  return element(
    "li", {},
    element("p", { class: "try-name" }, title),
    element("pre", { tabindex: "0", role: "group", "aria-label": `Request: ${title}` }, text),
    element("p", { class: "field-hint" }, "Expected: ", ...expected.flatMap((one, index) => [index > 0 && ", ", element("code", {}, one.replace(/: \*$/, ""))])),
    place,
  );
}

async function send(request, values) {
  if (request.wait > 0) {
    await new Promise((resolve) => {
      setTimeout(resolve, request.wait * 1000);
    });
  }

  const options = {
    method: request.method,
    headers: Object.fromEntries(request.headers.map(([name, value]) => [name, fill(value, values)])),
    body: request.body && fill(request.body, values),

    // This is about other caches than the browser's.
    cache: "no-store",
  };
  return Promise.all(Array.from({ length: request.together }, async () => {
    const began = performance.now();
    const response = await fetch(fill(request.target, values), options);
    const text = await response.text();
    return answerOf(request, response, text, performance.now() - began, values);
  }));
}
