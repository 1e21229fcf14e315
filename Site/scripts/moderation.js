// Requests of a moderator: signed with credentials that the identity pool gives for the token of somebody in the group.
// https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html

import { problemOf, reach } from "./api.js";
import { config } from "./config.js";
import { Problem } from "./problem.js";
import { idToken } from "./sign-in.js";
import { AwsV4Signer } from "./vendor/aws4fetch.js";

const REPORTS = "/api/moderation/reports";
const MINUTE = 60_000;

let credentials = null;

/** A page of reports that nobody has decided, the oldest first: `{items, nextCursor?}`. */
export function listReports({ cursor, signal } = {}) {
  return list({ cursor }, signal);
}

/** A page of reports by which a term is hidden, the newest first. */
export function listHidingReports({ cursor, signal } = {}) {
  return list({ cursor, decision: "hide" }, signal);
}

function list(parameters, signal) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return request("GET", query.size > 0 ? `${REPORTS}?${query}` : REPORTS, { signal });
}

/** Decides a report: `hide` its term, `dismiss` it, or `show` a term that is hidden. */
export function decideReport(report, decision, reason) {
  return request("POST", `${REPORTS}/${encodeURIComponent(report.id)}/decision`, { body: { decision, reason } });
}

async function request(method, path, options = {}) {
  let response = await send(method, path, options);
  if (response.status === 403) {
    // They may be over, on another clock than this one.
    credentials = null;
    response = await send(method, path, options);
  }

  if (!response.ok) {
    throw await problemOf(response);
  }

  return response.json();
}

// Signed for the API's own host and stage, which the distribution asks; sent to the site, which is the one origin of the page.
async function send(method, path, { body, signal }) {
  const [{ api, region }, keys] = await Promise.all([config(), currentCredentials()]);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const signer = new AwsV4Signer({
    method,
    url: `https://${api}${path}`,
    headers: text === undefined ? {} : { "Content-Type": "application/json" },
    body: text,
    service: "execute-api",
    region,
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretKey,
    sessionToken: keys.SessionToken,
  });
  const { headers } = await signer.sign();
  return reach(path, { method, headers, body: text, signal });
}

async function currentCredentials() {
  if (!credentials || credentials.Expiration * 1000 < Date.now() + MINUTE) {
    const { identityPool, identityProvider } = await config();
    const token = await idToken();
    if (!token) {
      throw new Problem(401, {});
    }

    const Logins = { [identityProvider]: token };
    const { IdentityId } = await askIdentityPool("GetId", { IdentityPoolId: identityPool, Logins });
    credentials = (await askIdentityPool("GetCredentialsForIdentity", { IdentityId, Logins })).Credentials;
  }

  return credentials;
}

async function askIdentityPool(operation, body) {
  const { identity } = await config();
  const response = await reach(`${identity}/`, {
    method: "POST",
    headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": `AWSCognitoIdentityService.${operation}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw response.status === 400 ? new Problem(403, { detail: "Only moderators see this page." }) : new Problem(503, {});
  }

  return response.json();
}
