// Measures what one request of each operation uses, against the running local runner, and writes usage.json beside this file:
//
//   make up          (in another terminal)
//   node docs/measurements/usage.mjs [data folder, .local/data by default]
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
import { root, site, token } from "./site.mjs";

const ROUNDS = 40;
const REMOVALS = 10;
const TERMS = 25;
const PAGE = 20;
const LATER = ["GetOpenApi", "ListDueTerms", "RecordReview"];

// CloudWatch Logs adds this to each event: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html
const BYTES_OF_AN_EVENT = 26;

const logs = join(process.argv[2] ?? fileURLToPath(new URL(".local/data", root)), "logs");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const bytes = {};

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

/** Asks as a browser does. An operation that is not there yet is left out of what is written. */
function send(operation, method, path, body, version) {
  const headers = { Authorization: `Bearer ${token}`, "Accept-Encoding": "br" };
  if (body) {
    headers["Content-Type"] = "application/json";
  }

  if (method === "POST") {
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
  const operations = {};
  for (const operation of Object.keys(bytes)) {
    const { warm, cold, sizes } = await logged(operation);
    operations[operation] = {
      billedMilliseconds: median(warm),
      coldMilliseconds: median(cold),
      logBytes: median(sizes),
      responseBytes: median(bytes[operation]),
    };
  }

  return {
    measuredOn: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} x ${cpus()[0].model.trim()}`,
    how: "node docs/measurements/usage.mjs, against the local runner; medians of warm requests",
    loadAverage: Math.round(loadavg()[0] * 10) / 10,
    accessLogBytes: await accessLogBytes(),
    operations,
  };
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

function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)] : null;
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
