// Callers of the running local runner who bring more than a token: a moderator, who signs, and a reader with a WebSocket.

import { AwsV4Signer } from "../../Site/scripts/vendor/aws4fetch.js";
import { config, signIn } from "./site.mjs";

const NAME = "measuring@example.com";
const PASSWORD = "Measuring-1234!";
const pool = new URL(config.issuer);

/** A moderator, who is made if need be; `sign` returns the headers of a request to the moderation routes. */
export async function moderator() {
  const user = { UserPoolId: pool.pathname.slice(1), Username: NAME };
  await ask("SignUp", {
    ClientId: config.clientId, Username: NAME, Password: PASSWORD, UserAttributes: [{ Name: "email", Value: NAME }],
  }).catch(() => null);
  await ask("AdminConfirmSignUp", user, true).catch(() => null);
  await ask("AdminAddUserToGroup", { ...user, GroupName: "moderators" }, true);
  const { IdToken } = await signIn(NAME, PASSWORD);
  const Logins = { [config.identityProvider]: IdToken };
  const { IdentityId } = await askIdentityPool("GetId", { IdentityPoolId: config.identityPool, Logins });
  const { Credentials: keys } = await askIdentityPool("GetCredentialsForIdentity", { IdentityId, Logins });
  return {
    async sign(method, path, body) {
      const signer = new AwsV4Signer({
        method,
        url: `https://${config.api}${path}`,
        headers: body ? { "Content-Type": "application/json" } : {},
        body: body && JSON.stringify(body),
        service: "execute-api",
        region: config.region,
        accessKeyId: keys.AccessKeyId,
        secretAccessKey: keys.SecretKey,
        sessionToken: keys.SessionToken,
      });
      const { headers } = await signer.sign();
      headers.delete("host");
      return Object.fromEntries(headers);
    },
  };
}

/** Connects, follows a glossary, says what nobody understands, follows no more, and goes; every message gets its answer. */
export async function follow(ticket, glossaryId) {
  const socket = new WebSocket(`${config.live}?ticket=${ticket}`);
  await next(socket, "open");
  for (const message of [{ action: "follow", glossaryId }, { action: "unknown" }, { action: "unfollow" }]) {
    socket.send(JSON.stringify(message));
    await next(socket, "message");
  }

  socket.close();
  await next(socket, "close");
}

function next(socket, type) {
  return new Promise((resolve, reject) => {
    socket.addEventListener(type, resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
}

function ask(operation, body, signed = false) {
  return post(`${pool.origin}/`, `AWSCognitoIdentityProviderService.${operation}`, body, signed);
}

function askIdentityPool(operation, body) {
  return post(`${config.identity}/`, `AWSCognitoIdentityService.${operation}`, body, false);
}

/** As anyone, or as the person at this machine, who may do everything. */
async function post(url, target, body, signed) {
  let headers = { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": target };
  const text = JSON.stringify(body);
  if (signed) {
    const signer = new AwsV4Signer({
      method: "POST", url, headers, body: text, service: "cognito-idp", region: config.region, accessKeyId: "local",
      secretAccessKey: "local",
    });
    ({ headers } = await signer.sign());
  }

  const answer = await fetch(url, { method: "POST", headers, body: text });
  const content = await answer.json();
  if (!answer.ok) {
    throw new Error(`${target}: ${answer.status} ${JSON.stringify(content)}`);
  }

  return content;
}
