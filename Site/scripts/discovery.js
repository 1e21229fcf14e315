// OpenID Connect discovery: the issuer itself says where its endpoints are.
// https://openid.net/specs/openid-connect-discovery-1_0.html

import { config } from "./config.js";

let loading = null;

/** The provider's metadata, checked to be the issuer's own. */
export function provider() {
  loading ??= load().catch((failure) => {
    loading = null;
    throw failure;
  });
  return loading;
}

async function load() {
  const { issuer } = await config();
  const response = await fetch(`${issuer}/.well-known/openid-configuration`);
  if (!response.ok) {
    throw new Error("The sign-in service does not answer.");
  }

  const metadata = await response.json();
  if (metadata.issuer !== issuer) {
    throw new Error("The sign-in service says that it is another one.");
  }

  return metadata;
}
