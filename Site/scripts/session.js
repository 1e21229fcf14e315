// The tokens of this browser's tabs. They live in session storage: they end with the last tab, and no other site can read them.
// A new tab gets them from one that is open, and a sign-out in one is a sign-out in all.

const KEY = "lexicon.session";

// Whether any tab may have tokens: where none has, no page waits for an answer. It holds no secret.
const ANY = "lexicon.any-session";
const PATIENCE = 200;

// https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts: pages of this origin alone.
const tabs = new BroadcastChannel("lexicon.session");
const elsewhere = new EventTarget();

let known = false;

tabs.addEventListener("message", ({ data: { asks, kept, over } }) => {
  const own = sessionStorage.getItem(KEY);
  if (asks && own) {
    tabs.postMessage({ kept: own });
  } else if (kept && kept !== own) {
    sessionStorage.setItem(KEY, kept);
    elsewhere.dispatchEvent(new CustomEvent(own ? "renewed" : "signed-in"));
  } else if (over && own) {
    sessionStorage.removeItem(KEY);
    elsewhere.dispatchEvent(new CustomEvent("signed-out"));
  }
});

// Before the page shows who the reader is.
if (!sessionStorage.getItem(KEY) && localStorage.getItem(ANY)) {
  await new Promise((resolve) => {
    elsewhere.addEventListener("signed-in", resolve, { once: true });
    setTimeout(resolve, PATIENCE);
    tabs.postMessage({ asks: true });
  });
  if (!sessionStorage.getItem(KEY)) {
    localStorage.removeItem(ANY);
  }
}

/** Acts when another tab signs in (`true`) or out (`false`) while this page is open. */
export function onChangeElsewhere(act) {
  elsewhere.addEventListener("signed-in", () => act(true));
  elsewhere.addEventListener("signed-out", () => act(false));
}

/** Whether there was a session on this page, whatever became of it: who never signed in is not told to do so again. */
export function wasSignedIn() {
  return known;
}

/** @returns {{idToken: string, refreshToken?: string, claims: Object} | null} */
export function session() {
  const text = sessionStorage.getItem(KEY);
  known ||= text !== null;
  return text ? JSON.parse(text) : null;
}

/** Whether the reader is in the group of moderators, as the token says. What they may do the API decides. */
export function isModerator() {
  return session()?.claims["cognito:groups"]?.includes("moderators") ?? false;
}

/** Keeps the answer of the token endpoint; a refresh brings no new refresh token. */
export function keep(tokens) {
  const kept = {
    idToken: tokens.id_token,
    refreshToken: tokens.refresh_token ?? session()?.refreshToken,
    claims: claimsOf(tokens.id_token),
  };
  const text = JSON.stringify(kept);
  sessionStorage.setItem(KEY, text);
  localStorage.setItem(ANY, "yes");
  tabs.postMessage({ kept: text });
  return kept;
}

/** Forgets the tokens, in every tab. */
export function forget() {
  sessionStorage.removeItem(KEY);
  localStorage.removeItem(ANY);
  tabs.postMessage({ over: true });
}

/** Whether the ID token is over, or will be within the minute. */
export function isOver({ claims }) {
  return claims.exp * 1000 < Date.now() + 60_000;
}

/** The claims of a token that came straight from the token endpoint; the API verifies signatures, a page cannot gain by it. */
export function claimsOf(token) {
  const part = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
  const bytes = Uint8Array.from(atob(part), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
