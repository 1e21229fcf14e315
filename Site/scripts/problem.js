// What can go wrong with a request, in words for the reader.

import { wasSignedIn } from "./session.js";

/** An answer of the API that is not a success (RFC 9457). */
export class Problem extends Error {
  constructor(status, body, retryAfter) {
    super(body.detail ?? body.title ?? body.message ?? `The answer was ${status}.`);
    this.status = status;
    this.title = body.title ?? null;
    this.instance = body.instance ?? null;
    this.retryAfter = retryAfter;
    this.errors = Array.isArray(body.errors) ? body.errors : [];
  }

  /** What is wrong with the members of the body: `{title: "...", tags: "..."}`; under the empty name, with the body as a whole. */
  get members() {
    const messages = {};
    for (const { pointer, detail } of this.errors) {
      const member = String(pointer ?? "").replace(/^#?\//, "").split("/")[0];
      messages[member] = [messages[member], sentence(detail)].filter(Boolean).join(" ");
    }

    return messages;
  }
}

function sentence(detail) {
  const text = String(detail ?? "").trim();
  return text && `${text[0].toUpperCase()}${text.slice(1).replace(/\.?$/, ".")}`;
}

// API Gateway points nowhere: what it says is of the whole body, in its own words.
function told(members) {
  return Object.entries(members).map(([member, text]) => (member ? `${member}: ${text}` : text));
}

/** No answer at all: the network, or the whole service, is away. */
export class Offline extends Error {
  constructor() {
    super(navigator.onLine ? "Lexicon does not answer. Check the connection and try again." : "Nothing can be read or saved until you are online again.");
  }
}

/** A heading, a sentence, and whether trying again can help. */
export function explain(failure) {
  if (failure instanceof Offline) {
    return { heading: navigator.onLine ? "No answer" : "Offline", text: failure.message, retry: true };
  }

  if (!(failure instanceof Problem)) {
    return { heading: "This did not work", text: failure.message, retry: true };
  }

  switch (failure.status) {
    case 401:
      return wasSignedIn()
        ? { heading: "Sign in again", text: "Your sign-in has ended.", signIn: true }
        : { heading: "Sign in", text: "What is here is for its owner alone.", signIn: true };
    case 403:
      return { heading: "Not allowed", text: failure.message };
    case 404:
      return { heading: "Not here", text: "It does not exist, or it is private and not yours." };
    case 409:
      return { heading: "This cannot be done now", text: failure.message };
    case 412:
      return { heading: "Changed meanwhile", text: "It was changed after you opened it. Nothing of yours was saved yet." };
    case 413:
      return { heading: "Too much text", text: "Shorten it and save again." };
    case 400:
    case 422:
      return { heading: "Something is missing or wrong", text: [sentence(failure.message), ...told(failure.members)].join(" ") };
    case 429:
    case 503:
      return { heading: "Too busy", text: "Lexicon has too much to do at the moment. Try again shortly.", retry: true };
    default:
      return {
        heading: "Something went wrong",
        text: failure.instance ? `Lexicon made a mistake (${failure.instance}).` : "Lexicon made a mistake.",
        retry: failure.status >= 500,
      };
  }
}
