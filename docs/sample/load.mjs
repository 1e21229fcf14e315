// Loads the sample glossary through the public API, as its owner could by hand. Run it as often as you like: it looks at
// what is there first, creates what is missing, changes what differs, and leaves alone what was added by hand.
//
//   node docs/sample/load.mjs                                         the local runner, as the demo user
//   BASE_URL=https://... USERNAME=... PASSWORD=... node docs/sample/load.mjs     a deployed site (ALLOW_USER_PASSWORD_AUTH)
//   BASE_URL=https://... ID_TOKEN=... node docs/sample/load.mjs                  a deployed site, with a token at hand

import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

const LOCAL_USER = { name: "demo@example.com", password: "Demo-1234!" };
const ATTEMPTS = 5;

const environment = process.env;

class Refusal extends Error {}

try {
  const wanted = await json("the sample glossary", new URL("glossary.json", import.meta.url));
  const site = await siteAddress();
  const token = environment.ID_TOKEN || (await signIn(site));
  await load(wanted, `${site}/api/me/glossaries`, token);
} catch (failure) {
  if (!(failure instanceof Refusal)) {
    throw failure;
  }

  console.error(`Sample glossary: ${failure.message}`);
  process.exitCode = 1;
}

async function siteAddress() {
  const address = environment.BASE_URL
    || (await json("the local endpoints (is `make up` running?)", new URL("../../.local/endpoints.json", import.meta.url))).site;
  try {
    return new URL(address).origin;
  } catch {
    throw new Refusal(`BASE_URL is no address: ${address}`);
  }
}

async function json(what, url) {
  try {
    return JSON.parse(await readFile(url, "utf8"));
  } catch {
    throw new Refusal(`cannot read ${what}: ${fileURLToPath(url)}`);
  }
}

/** An ID token by user name and password; the local pool has a demo user. */
async function signIn(site) {
  const { body: config } = await send("GET", `${site}/config.json`);
  const issuer = new URL(config.issuer);
  const local = ["localhost", "127.0.0.1"].includes(issuer.hostname);
  const name = environment.USERNAME && environment.PASSWORD ? environment.USERNAME : local ? LOCAL_USER.name : null;
  if (!name) {
    throw new Refusal("set ID_TOKEN, or USERNAME and PASSWORD, of the user who shall own the glossary");
  }

  const password = name === environment.USERNAME ? environment.PASSWORD : LOCAL_USER.password;
  const { body } = await send("POST", `${issuer.origin}/`, {
    headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "AWSCognitoIdentityProviderService.InitiateAuth" },
    body: { AuthFlow: "USER_PASSWORD_AUTH", ClientId: config.clientId, AuthParameters: { USERNAME: name, PASSWORD: password } },
  });
  return body.AuthenticationResult?.IdToken
    ?? refuse(`${name} cannot sign in with a password alone: ${body.ChallengeName}`);
}

async function load(wanted, glossaries, token) {
  const headers = { Authorization: `Bearer ${token}` };
  const { terms, ...described } = wanted;
  const { items: owned, at: startedAt } = await all(glossaries, headers);
  const found = owned.find(({ title }) => title === described.title);
  const glossary = found
    ? await changed(found, described, `${glossaries}/${found.id}`, headers)
    : await created(glossaries, described, headers, startedAt);
  console.log(found ? `The glossary “${glossary.title}” is there.` : `Created the glossary “${glossary.title}”.`);

  const address = `${glossaries}/${glossary.id}/terms`;
  const there = new Map((await all(address, headers)).items.map((term) => [term.term, term]));
  let added = 0;
  let updated = 0;
  for (const term of terms) {
    const old = there.get(term.term);
    if (!old) {
      await created(address, term, headers, startedAt);
      added += 1;
      console.log(`  added ${term.term}`);
    } else if ((await changed(old, term, `${address}/${old.id}`, headers)) !== old) {
      updated += 1;
      console.log(`  changed ${term.term}`);
    }
  }

  console.log(`${terms.length} terms: ${added} added, ${updated} changed, ${terms.length - added - updated} as they were.`);
}

/** Every item of a list, page by page, and when the first page was answered, by the service's clock. */
async function all(address, headers) {
  const items = [];
  let at = null;
  let cursor = null;
  do {
    const query = new URLSearchParams({ limit: "100", ...(cursor ? { cursor } : {}) });
    const { body, date } = await send("GET", `${address}?${query}`, { headers });
    at ??= date;
    items.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return { items, at };
}

/**
 * Creates an item. The key depends on the content alone, so a repetition within a day is recognised even if no answer came.
 * What was created since this run started is there; both times are the service's, for this machine's clock may be wrong.
 */
async function created(address, item, headers, startedAt) {
  const key = createHash("sha256").update(`${address}\n${JSON.stringify(item)}`).digest("hex");
  const { body } = await send("POST", address, { headers: { ...headers, "Idempotency-Key": key }, body: item });
  if (Date.parse(body.createdAt) >= startedAt || (await isThere(`${address}/${body.id}`, body, item, headers))) {
    return body;
  }

  // An earlier run created it with this key, and somebody has deleted it since.
  return (await send("POST", address, { headers: { ...headers, "Idempotency-Key": randomUUID() }, body: item })).body;
}

/** Whether an item is still there: saving it as it is changes nothing that matters, and tells. */
async function isThere(address, { version }, item, headers) {
  const options = { headers: { ...headers, "If-Match": `"${version}"` }, body: item, accept: [404, 412] };
  return (await send("PUT", address, options)).status !== 404;
}

/** The item itself where it is as wanted; else the item as it was saved. */
async function changed(old, item, address, headers) {
  if (Object.entries(item).every(([name, value]) => isDeepStrictEqual(old[name], value))) {
    return old;
  }

  return (await send("PUT", address, { headers: { ...headers, "If-Match": `"${old.version}"` }, body: item })).body;
}

/** One request, tried again while the service is busy; everything here may be repeated. */
async function send(method, url, { headers = {}, body, accept = [] } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, {
      method,
      headers: { ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(60_000),
    }).catch(() => refuse(`no answer from ${new URL(url).origin}`));
    const text = await response.text();
    if (accept.includes(response.status)) {
      return { status: response.status };
    }

    if (response.ok) {
      const json = parse(text) ?? refuse(`${method} ${new URL(url).pathname} did not answer JSON`);
      return { body: json, date: Date.parse(response.headers.get("Date")) };
    }

    const busy = [429, 500, 502, 503, 504].includes(response.status);
    if (!busy || attempt === ATTEMPTS) {
      const problem = parse(text) ?? {};
      refuse(`${method} ${new URL(url).pathname}: ${response.status} ${problem.detail ?? problem.message ?? response.statusText}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 200 * 2 ** attempt));
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(message) {
  throw new Refusal(message);
}
