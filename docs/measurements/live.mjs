// Measures the live updates against the running local runner, and prints what docs/performance.md says of them:
//
//   make up          (in another terminal)
//   node_modules/node/bin/node docs/measurements/live.mjs [latency|load]     (Node 22: it has WebSocket)
//
// latency: the time from the API's answer to another reader's message, of 100 new terms, one after the other.
// load: 200 readers of one glossary, 10 changes a second for a minute, readers killed at random and others in their place. Every reader
// who is left must have the final state of every term, in order, nothing twice. Options by environment: READERS, SECONDS, RATE.

import { config, site, token } from "./site.mjs";

const READERS = Number(process.env.READERS ?? 200);
const SECONDS = Number(process.env.SECONDS ?? 60);
const RATE = Number(process.env.RATE ?? 10);
const TERMS = 20;
const SAMPLES = 100;
const PATIENCE = 120_000;

const what = process.argv[2] ?? "latency";
await { latency, load }[what]();
process.exit(process.exitCode ?? 0);

async function latency() {
  const glossary = await send("POST", "/api/me/glossaries", { title: "Measured live", description: "", visibility: "public" });
  const arrived = new Map();
  const reader = await follow(glossary.id, (change) => change.kind === "termAdded" && arrived.set(change.termId, performance.now()));
  const times = [];
  for (let number = 0; number <= SAMPLES; number++) {
    const term = await add(glossary.id, number);
    const answered = performance.now();
    await until(() => arrived.has(term.id), `the message of term ${number}`);

    // The first one starts the function.
    if (number > 0) {
      times.push(arrived.get(term.id) - answered);
    }
  }

  reader.close();
  await send("DELETE", `/api/me/glossaries/${glossary.id}`, undefined, "*");
  times.sort((a, b) => a - b);
  console.log(`from the answer to the other reader's message, of ${SAMPLES}: median ${times[SAMPLES / 2].toFixed(0)} ms, `
    + `p99 ${times[SAMPLES - 2].toFixed(0)} ms, longest ${times[SAMPLES - 1].toFixed(0)} ms`);
}

async function load() {
  const glossary = await send("POST", "/api/me/glossaries", { title: "Under load", description: "", visibility: "public" });
  const versions = new Map();
  for (let number = 0; number < TERMS; number++) {
    versions.set((await add(glossary.id, number)).id, 1);
  }

  const readers = new Set();
  await inTurn(READERS, 4, async () => readers.add(await newReader(glossary.id)));
  console.log(`${readers.size} readers follow`);

  const begun = performance.now();
  let killed = 0;
  let written = 0;
  const writes = [];
  const joining = [];
  for (let tick = 0; tick < SECONDS * RATE; tick++) {
    const pause = begun + tick * 1000 / RATE - performance.now();
    if (pause > 0) {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }

    // Of one term one edit after the other: which version is the last is then known.
    const id = [...versions.keys()][tick % TERMS];
    writes.push(edit(glossary.id, id, tick).then(({ version }) => {
      written++;
      versions.set(id, Math.max(versions.get(id), version));
    }));
    if (tick % RATE === 0) {
      const victim = [...readers][Math.floor(Math.random() * readers.size)];
      readers.delete(victim);
      victim.close();
      killed++;
      joining.push(newReader(glossary.id).then((reader) => readers.add(reader)));
    }
  }

  await Promise.all([...writes, ...joining]);
  const wrote = (performance.now() - begun) / 1000;

  // Whoever joined late has heard of what came after: a last edit of each term is the final state for all.
  for (const id of versions.keys()) {
    versions.set(id, (await edit(glossary.id, id, "last")).version);
  }

  const settled = performance.now();
  const isFinal = (reader) => [...versions].every(([id, version]) => reader.terms.get(id) === version);
  await until(() => [...readers].every(isFinal), "the final state of every reader", false);
  const all = [...readers];
  console.log(`${written} changes in ${wrote.toFixed(0)} s, ${killed} readers killed, ${all.length} left`);
  console.log(`with the final state: ${all.filter(isFinal).length}, `
    + `${((performance.now() - settled) / 1000).toFixed(1)} s after the last change`);
  console.log(`out of order: ${sum(all, "late")}, twice: ${sum(all, "twice")}, `
    + `messages ${sum(all, "messages")}, changes told ${sum(all, "told")}`);
  const probe = await follow(glossary.id, () => {});
  console.log(`connections open: ${all.length + 1}; followers in the table: ${probe.readers}`);
  process.exitCode = all.every(isFinal) && sum(all, "late") + sum(all, "twice") === 0 && probe.readers === all.length + 1 ? 0 : 1;
}

async function newReader(glossaryId) {
  const reader = { terms: new Map(), late: 0, twice: 0, told: 0, messages: 0 };
  const socket = await follow(glossaryId, ({ kind, termId, version }) => {
    if (!kind.startsWith("term")) {
      return;
    }

    const before = reader.terms.get(termId) ?? 0;
    reader.told++;
    reader.late += version < before ? 1 : 0;
    reader.twice += version === before ? 1 : 0;
    reader.terms.set(termId, Math.max(before, version));
  }, () => reader.messages++);
  reader.close = () => socket.close();
  return reader;
}

/** Connects, follows, and returns once it does. What is not answered, on a machine with too much to do, is asked again. */
async function follow(glossaryId, onChange, onMessage) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await followOnce(glossaryId, onChange, onMessage);
    } catch (failure) {
      if (attempt === 4) {
        throw failure;
      }
    }
  }
}

async function followOnce(glossaryId, onChange, onMessage = () => {}) {
  const { ticket } = await send("POST", "/api/live/tickets");
  const socket = new WebSocket(`${config.live}?ticket=${ticket}`);
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("Nobody answers.")), 20_000);
    socket.addEventListener("error", () => reject(new Error("The connection failed.")));
    socket.addEventListener("open", () => socket.send(JSON.stringify({ action: "follow", glossaryId })));
    socket.addEventListener("message", ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === "following") {
        resolve({ readers: event.readers, close: () => socket.close() });
      } else if (event.type === "changes") {
        onMessage();
        event.changes.forEach(onChange);
      } else if (event.type === "problem") {
        reject(new Error(event.detail));
      }
    });
  }).catch((failure) => {
    socket.close();
    throw failure;
  });
}

function add(glossaryId, number) {
  return send("POST", `/api/me/glossaries/${glossaryId}/terms`, { term: `Term ${number}`, definition: "Measured." });
}

function edit(glossaryId, id, number) {
  return send("PUT", `/api/me/glossaries/${glossaryId}/terms/${id}`, { term: `Term ${id}`, definition: `Edition ${number}.` }, "*");
}

async function send(method, path, body, version) {
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${site}${path}`, {
      method,
      headers: {
        ...(path.startsWith("/api/me") ? { Authorization: `Bearer ${token}` } : {}),
        ...(body ? { "Content-Type": "application/json" } : {}),
        ...(version ? { "If-Match": version } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (answer.ok) {
      return answer.status === 204 ? {} : answer.json();
    }

    // Throttled, or the machine has too much to do; an edit that was done all the same is one more version.
    if (![429, 502, 503, 504].includes(answer.status) || attempt === 8) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }

    await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** attempt * Math.random()));
  }
}

async function inTurn(count, atOnce, act) {
  let next = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next++ < count) {
      await act();
    }
  }));
}

async function until(isSo, what, mustBe = true) {
  const begun = performance.now();
  while (!isSo()) {
    if (performance.now() - begun > PATIENCE) {
      if (mustBe) {
        throw new Error(`${what} did not come within ${PATIENCE / 1000} s.`);
      }

      return;
    }

    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function sum(readers, member) {
  return readers.reduce((total, reader) => total + reader[member], 0);
}
