// Sign-in by OpenID Connect: authorization code with PKCE, state and nonce; refresh; sign-out.
// https://openid.net/specs/openid-connect-core-1_0.html, RFC 9700 for what a browser application has to mind.

import { config } from "./config.js";
import { provider } from "./discovery.js";
import { challengeOf, randomText } from "./pkce.js";
import { claimsOf, forget, isOver, keep, session } from "./session.js";

const PENDING = "lexicon.sign-in.";
const CALLBACK = `${location.origin}/signed-in.html`;

/** Leaves for the sign-in page, and comes back to this page. */
export async function signIn() {
  const [{ clientId }, { authorization_endpoint: endpoint }] = await Promise.all([config(), provider()]);
  const here = location.href.startsWith(CALLBACK) ? "/" : location.pathname + location.search;
  const pending = { verifier: randomText(), nonce: randomText(), returnTo: here };
  const state = randomText();
  sessionStorage.setItem(PENDING + state, JSON.stringify(pending));

  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: CALLBACK,
    scope: "openid email profile",
    state,
    nonce: pending.nonce,
    code_challenge: await challengeOf(pending.verifier),
    code_challenge_method: "S256",
  });
  location.assign(url);
}

/** Ends a sign-in on the page that receives the code; answers where the reader wanted to be. */
export async function finishSignIn(parameters) {
  const state = parameters.get("state") ?? "";
  const stored = sessionStorage.getItem(PENDING + state);
  sessionStorage.removeItem(PENDING + state);
  if (!stored) {
    throw new Error("This sign-in was not begun in this tab, or was finished already.");
  }

  const pending = JSON.parse(stored);
  if (parameters.has("error")) {
    throw new Error(parameters.get("error_description") ?? parameters.get("error"));
  }

  const { clientId } = await config();
  const tokens = await redeem({
    grant_type: "authorization_code",
    client_id: clientId,
    code: parameters.get("code") ?? "",
    redirect_uri: CALLBACK,
    code_verifier: pending.verifier,
  });
  if (!tokens) {
    throw new Error("The sign-in service did not accept the code. It may have been too old.");
  }

  const { issuer } = await provider();
  const claims = claimsOf(tokens.id_token);
  if (claims.nonce !== pending.nonce || claims.iss !== issuer || claims.aud !== clientId) {
    throw new Error("The token is not the answer to this sign-in.");
  }

  keep(tokens);
  return pending.returnTo;
}

let refreshing = null;

/** An ID token that is good for a while yet, or null for a reader who is not signed in (any more). */
export async function idToken() {
  const current = session();
  if (!current || !isOver(current)) {
    return current?.idToken ?? null;
  }

  return renewedIdToken();
}

/** A new ID token, by the refresh token; null where that is over too. Many callers share one request. */
export function renewedIdToken() {
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function refresh() {
  const refreshToken = session()?.refreshToken;
  const { clientId } = await config();
  const tokens = refreshToken
    ? await redeem({ grant_type: "refresh_token", client_id: clientId, refresh_token: refreshToken })
    : null;
  if (!tokens) {
    forget();
    return null;
  }

  return keep(tokens).idToken;
}

/** Tokens, or null where the grant is refused; a service that does not answer is an error. */
async function redeem(form) {
  const { token_endpoint: endpoint } = await provider();
  const response = await fetch(endpoint, { method: "POST", body: new URLSearchParams(form) });
  if (response.status === 400) {
    return null;
  }

  if (!response.ok) {
    throw new Error("The sign-in service does not answer. Try again in a moment.");
  }

  return response.json();
}

/** Forgets the tokens, ends the sign-in page's own session, and comes back to the first page. */
export async function signOut() {
  const refreshToken = session()?.refreshToken;
  forget();
  const [{ clientId }, metadata] = await Promise.all([config(), provider()]);
  if (refreshToken && metadata.revocation_endpoint) {
    const body = new URLSearchParams({ token: refreshToken, client_id: clientId });
    await fetch(metadata.revocation_endpoint, { method: "POST", body, keepalive: true }).catch(() => null);
  }

  const url = new URL(metadata.end_session_endpoint ?? metadata.authorization_endpoint.replace("/oauth2/authorize", "/logout"));
  url.search = new URLSearchParams({ client_id: clientId, logout_uri: `${location.origin}/` });
  location.assign(url);
}
