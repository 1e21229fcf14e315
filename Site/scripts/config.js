// What the deployment writes for the pages: who issues tokens, as which client this site asks for them, where live updates are, and
// what a moderator's requests are signed with and for.

let loading = null;

/**
 * @returns {Promise<{issuer: string, clientId: string, live?: string, api: string, region: string, identity: string,
 *   identityPool: string, identityProvider: string}>}
 */
export function config() {
  loading ??= load().catch((failure) => {
    loading = null;
    throw failure;
  });
  return loading;
}

async function load() {
  const response = await fetch("/config.json");
  if (!response.ok) {
    throw new Error("The site has no /config.json, so it does not know where to sign in.");
  }

  return response.json();
}
