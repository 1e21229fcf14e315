// The tokens of this tab. They live in session storage: they end with the tab and no other site can read them.

const KEY = "lexicon.session";

let known = false;

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
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  return kept;
}

/** Forgets the tokens. */
export function forget() {
  sessionStorage.removeItem(KEY);
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
