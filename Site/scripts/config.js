// What the deployment writes for the pages: who issues tokens, as which client this site asks for them, and where live updates are.

let loading = null;

/** @returns {Promise<{issuer: string, clientId: string, live?: string}>} */
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

  const { issuer, clientId, live } = await response.json();
  return { issuer, clientId, live };
}
