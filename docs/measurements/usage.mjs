// Measures what one request of each operation uses, against the running local runner, and writes usage.json beside this file:
//
//   make up          (in another terminal)
//   node_modules/node/bin/node docs/measurements/usage.mjs [data folder, .local/data by default]
//
// With MISSING=1 what was measured before stays, and what was not is added, with its own day and load.
//
// Billed milliseconds and log bytes are what the runner writes into the functions' log groups, as Lambda does; the median of
// warm requests counts, once every function has run for a while, and cold starts stand beside it: start the runner anew for them.
// Response bytes are those of the answer at the edge, compressed as browsers ask for, headers included. A laptop is not Lambda:
// its processor is another one and its table is a millisecond nearer, so take the billed milliseconds for an order of magnitude
// and measure again where you deploy.

import { randomUUID } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import http from "node:http";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { follow, moderator } from "./callers.mjs";
import { median } from "./numbers.mjs";
import { root, site, token } from "./site.mjs";

const ROUNDS = 40;
const REMOVALS = 10;
const TERMS = 25;
const PAGE = 20;

// One red pixel.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==", "base64");
const LATER = ["GetOpenApi", "ListDueTerms", "RecordReview"];

// What no request of the HTTP API calls: what events and messages run.
const FUNCTIONS = [
  "CheckImage", "FileReport", "TakeLiveTicket", "OpenConnection", "CloseConnection", "FollowGlossary", "UnfollowGlossary",
  "RefuseMessage", "PublishChanges",
];

// CloudWatch Logs adds this to each event: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
const BYTES_OF_AN_EVENT = 26;

const logs = join(process.argv[2] ?? fileURLToPath(new URL(".local/data", root)), "logs");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const bytes = {};
const reports = [];
const moderation = await moderator();

const started = Date.now();
await walk();

// Functions that have just started still compile what runs often; those of a day do not.
const settled = Date.now();
await walk();
await writeFile(new URL("usage.json", import.meta.url), `${JSON.stringify(await summary(), null, 2)}\n`);

/** Every operation, as readers and owners use it: a glossary of 25 terms, pages of 20. */
async function walk() {
  for (let round = 0; round < ROUNDS; round++) {
    const glossary = await own("CreateGlossary", "POST", "", { title: `Measured ${round}`, description: text(200), visibility: "public" });
    const place = `/${glossary.id}`;
    const updated = await own("UpdateGlossary", "PUT", place, { title: "Measured", description: text(210), visibility: "public" }, glossary.version);
    const terms = [];
    for (let number = 0; number < (round < REMOVALS ? TERMS : 2); number++) {
      terms.push(await own("CreateTerm", "POST", `${place}/terms`, term(number)));
    }

    const changed = await own("UpdateTerm", "PUT", `${place}/terms/${terms[0].id}`, term(100), terms[0].version);
    await listen(glossary.id);
    await illustrate(`${place}/terms/${terms[1].id}`);
    await report(glossary.id, terms[1].id);
    const full = round < REMOVALS ? glossary.id : null;
    if (full) {
      await read(full, terms[1].id, ROUNDS / REMOVALS);
    }

    await own("DeleteTerm", "DELETE", `${place}/terms/${terms[0].id}`, undefined, changed.version);
    if (full) {
      const { version } = (await send("GetMyGlossary", "GET", `/api/me/glossaries${place}`)).body;
      await own("DeleteGlossary", "DELETE", place, undefined, version ?? updated.version);
    }
  }
}

/** A reader follows the glossary, is told something nobody knows, follows it no more, and goes. */
async function listen(glossary) {
  const { ticket } = (await send("CreateLiveTicket", "POST", "/api/live/tickets", undefined, undefined, "")).body;
  await send("CreateMyLiveTicket", "POST", "/api/me/live/tickets");
  await follow(ticket, glossary);
}

/** A term gets a picture, which is taken from it again once it was checked. */
async function illustrate(place) {
  const { url, fields } = await own("RequestImageUpload", "POST", `${place}/image-uploads`, { contentType: "image/png" });
  const form = new FormData();
  fields.forEach(({ name, value }) => form.append(name, value));
  form.append("file", new Blob([PIXEL], { type: "image/png" }));
  await fetch(url, { method: "POST", body: form });
  let shown;
  do {
    shown = await own("GetMyTerm", "GET", place);
  } while (!shown.image);

  await own("RemoveImage", "DELETE", `${place}/image`, undefined, shown.version);
}

/** Somebody reports a term, and a moderator dismisses it. The list has a page's worth of others. */
async function report(glossary, term) {
  for (let number = reports.length; number < PAGE + 1; number++) {
    await send("ReportTerm", "POST", `/api/glossaries/${glossary}/terms/${term}/reports`, { reason: "wrong" }, undefined, "");
    reports.push(term);
  }

  let filed;
  do {
    filed = (await moderated("ListReports", "GET", `/api/moderation/reports?limit=${PAGE}`)).items;
  } while (filed.length < PAGE);

  await moderated("DecideReport", "POST", `/api/moderation/reports/${filed[0].id}/decision`, { decision: "dismiss", reason: text(100) });
  reports.pop();
}

async function read(glossary, term, times) {
  for (let time = 0; time < times; time++) {
    await send("ListGlossaries", "GET", `/api/glossaries?limit=${PAGE}`);
    await send("GetGlossary", "GET", `/api/glossaries/${glossary}`);
    await send("ListTerms", "GET", `/api/glossaries/${glossary}/terms?limit=${PAGE}`);
    await send("GetTerm", "GET", `/api/glossaries/${glossary}/terms/${term}`);
    await send("ListMyGlossaries", "GET", `/api/me/glossaries?limit=${PAGE}`);
    await send("GetMyGlossary", "GET", `/api/me/glossaries/${glossary}`);
    await send("ListMyTerms", "GET", `/api/me/glossaries/${glossary}/terms?limit=${PAGE}`);
    await send("RecordReview", "POST", "/api/me/study/reviews", { glossaryId: glossary, termId: term, quality: 4 });
    await send("ListDueTerms", "GET", `/api/me/study?glossaryId=${glossary}&limit=${PAGE}`);
    await send("GetOpenApi", "GET", "/api/openapi.json");
  }
}

async function own(operation, method, place, body, version) {
  return (await send(operation, method, `/api/me/glossaries${place}`, body, version)).body;
}

async function moderated(operation, method, path, body) {
  return (await send(operation, method, path, body, undefined, await moderation.sign(method, path, body))).body;
}

/**
 * Asks as a browser does. An operation that is not there yet is left out of what is written.
 * `as` is the token of the caller, or the headers of a request that is signed.
 */
function send(operation, method, path, body, version, as = token) {
  const caller = typeof as === "string" ? (as && { Authorization: `Bearer ${as}` }) : as;
  const headers = { ...caller, "Accept-Encoding": "br" };
  if (body) {
    headers["Content-Type"] = "application/json";
  }

  if (method === "POST" && as === token) {
    headers["Idempotency-Key"] = randomUUID();
  }

  if (version) {
    headers["If-Match"] = `"${version}"`;
  }

  return new Promise((resolve, reject) => {
    const request = http.request(`${site}${path}`, { method, headers, agent }, async (answer) => {
      const chunks = await answer.toArray();
      const size = Buffer.concat(chunks).length + answer.rawHeaders.reduce((sum, part) => sum + part.length + 2, 0);
      if (answer.statusCode >= 300 && !([403, 404].includes(answer.statusCode) && LATER.includes(operation))) {
        reject(new Error(`${operation}: ${answer.statusCode} ${Buffer.concat(chunks)}`));
        return;
      }

      if (answer.statusCode < 300) {
        (bytes[operation] ??= []).push(size);
      }

      resolve({ body: decoded(answer, Buffer.concat(chunks)) });
    });
    request.on("error", reject).end(body && JSON.stringify(body));
  });
}

function decoded(answer, content) {
  const plain = answer.headers["content-encoding"] === "br" ? brotliDecompressSync(content) : content;
  return plain.length ? JSON.parse(plain) : {};
}

async function summary() {
  const before = process.env.MISSING ? JSON.parse(await readFile(new URL("usage.json", import.meta.url))) : null;
  const when = { measuredOn: new Date().toISOString().slice(0, 10), loadAverage: Math.round(loadavg()[0] * 10) / 10 };
  const [operations, functions] = [{ ...before?.operations }, { ...before?.functions }];
  for (const operation of Object.keys(bytes).filter((name) => name !== "ReportTerm" && !operations[name])) {
    operations[operation] = { ...await used(operation), responseBytes: median(bytes[operation]), ...(before && when) };
  }

  for (const name of FUNCTIONS.filter((one) => !functions[one])) {
    functions[name] = { ...await used(name), ...(before && when) };
  }

  return {
    measuredOn: before?.measuredOn ?? when.measuredOn,
    machine: before?.machine ?? `${cpus().length} x ${cpus()[0].model.trim()}`,
    how: "node docs/measurements/usage.mjs, against the local runner; medians of warm requests",
    loadAverage: before?.loadAverage ?? when.loadAverage,
    accessLogBytes: before?.accessLogBytes ?? await accessLogBytes(),
    operations,
    functions,
  };
}

async function used(name) {
  const { warm, cold, sizes } = await logged(name);
  return { billedMilliseconds: median(warm), coldMilliseconds: median(cold), logBytes: median(sizes) };
}

/** The line that API Gateway writes for each request. */
async function accessLogBytes() {
  const lines = (await streamsOf((name) => name.endsWith("/access"))).flat();
  return median(lines.map(({ message }) => Buffer.byteLength(message) + BYTES_OF_AN_EVENT));
}

/** The events of this run in the log group that is meant, stream by stream. */
async function streamsOf(isMeant) {
  const group = (await readdir(logs)).find((name) => isMeant(decodeURIComponent(name)));
  const streams = [];
  for (const file of await readdir(join(logs, group))) {
    const lines = (await readFile(join(logs, group, file), "utf8")).split("\n").filter(Boolean);
    streams.push(lines.map((line) => JSON.parse(line)).filter((event) => event.timestamp >= started));
  }

  return streams;
}

/** What the runner wrote for each invocation: its REPORT line, and the bytes of all its lines. */
async function logged(operation) {
  const [warm, cold, sizes] = [[], [], []];
  for (const stream of await streamsOf((name) => name.endsWith(`-${operation}`))) {
    let size = 0;
    for (const { message, timestamp } of stream) {
      size += Buffer.byteLength(message) + BYTES_OF_AN_EVENT;
      const report = /^REPORT .*?Billed Duration: (\d+) ms/s.exec(message);
      if (!report) {
        continue;
      }

      if (message.includes("Init Duration")) {
        cold.push(Number(report[1]));
      } else if (timestamp >= settled) {
        warm.push(Number(report[1]));
        sizes.push(size);
      }

      size = 0;
    }
  }

  return { warm, cold, sizes };
}

function term(number) {
  return {
    term: `Term ${number}`,
    definition: text(400),
    references: [{ title: "The documentation", url: "https://docs.aws.amazon.com/lambda/latest/dg/welcome.html" }],
    tags: ["measured", "sample"],
  };
}

function text(length) {
  const words = "a function runs when something asks for it and costs nothing while nobody does ";
  return words.repeat(Math.ceil(length / words.length)).slice(0, length).trim();
}
