// The running local runner, for the measurements beside this file: where it is, and the demo reader's token.

import { readFile } from "node:fs/promises";

/** The repository. */
export const root = new URL("../../", import.meta.url);

export const { site } = JSON.parse(await readFile(process.env.ENDPOINTS ?? new URL(".local/endpoints.json", root)));
export const config = await (await fetch(`${site}/config.json`)).json();
export const token = (await signIn("demo@example.com", "Demo-1234!")).IdToken;

/** The tokens of a reader, by name and password. */
export async function signIn(USERNAME, PASSWORD) {
  const answer = await fetch(`${new URL(config.issuer).origin}/`, {
    method: "POST",
    headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth" },
    body: JSON.stringify({
      AuthFlow: "USER_PASSWORD_AUTH",
      ClientId: config.clientId,
      AuthParameters: { USERNAME, PASSWORD },
    }),
  });
  return (await answer.json()).AuthenticationResult;
}
