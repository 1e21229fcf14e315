// Measures the traces of the local runner, and prints what docs/performance.md says of them:
//
//   node_modules/node/bin/node docs/measurements/traces.mjs soak     against the running runner (make up)
//   node_modules/node/bin/node docs/measurements/traces.mjs cost     starts runners of its own, two and two, one with --no-traces
//
// soak: 10,000 requests of all kinds, at the edge, the API, the WebSocket and the AWS endpoint, right ones and wrong ones. Each must
// have left a trace that is whole: one beginning, and no span whose parent is not there.
// cost: requests/s and the p99 of a warm function that does nothing, through the gateway of a small app, and of hits at Lexicon's edge, of
// both runners in turn, so that what else the machine does meets both. Options by environment: REQUESTS, ROUNDS, SECONDS.

import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, percentile } from "./numbers.mjs";
import { startRunner, until, writeSmallApp } from "./small-app.mjs";

const REQUESTS = Number(process.env.REQUESTS ?? 10_000);
const ROUNDS = Number(process.env.ROUNDS ?? 15);
const SECONDS = Number(process.env.SECONDS ?? 2);
const CALLERS = 8;
const AT_ONCE = 16;
const root = new URL("../../", import.meta.url);

await { soak, cost }[process.argv[2] ?? "soak"]();
process.exit(process.exitCode ?? 0);

async function soak() {
  const { config, token } = await import("./site.mjs");
  const endpoints = JSON.parse(await readFile(process.env.ENDPOINTS ?? new URL(".local/endpoints.json", root)));
  const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const signedIn = { Authorization: token };
  const kinds = [
    () => send(`${endpoints.site}/`),
    () => send(`${endpoints.site}/no-such-page`),
    (n) => send(`${endpoints.site}/api/glossaries?limit=${1 + n % 50}`),
    () => send(`${endpoints.site}/api/glossaries/nobody`),
    () => send(`${endpoints.site}/api/me/glossaries`),
    () => send(`${endpoints.site}/api/me/glossaries`, { headers: signedIn }),
    () => send(`${endpoints.site}/api/me/glossaries`, { method: "POST", headers: signedIn, body: "{" }),
    () => send(`${endpoints.site}/api/study/due`, { headers: signedIn }),
    () => send(`${endpoints.api}/api/glossaries`),
    () => send(`${endpoints.aws}/`, { method: "POST", headers: { "X-Amz-Target": "DynamoDB_20120810.ListTables" }, body: "{}" }),
    () => socket(`${config.live}?ticket=none`),
  ];
  const memory = await residentOfRunner(endpoints.console);
  const before = await newest();
  const begun = performance.now();
  const answers = {};
  await Promise.all(Array.from({ length: AT_ONCE }, async (_, caller) => {
    for (let n = caller; n < REQUESTS; n += AT_ONCE) {
      const status = await kinds[n % kinds.length](n);
      answers[status] = (answers[status] ?? 0) + 1;
    }
  }));
  const seconds = (performance.now() - begun) / 1000;
  await until(async () => (await count(`SELECT COUNT(DISTINCT trace) FROM spans WHERE start > ${before}`)) >= REQUESTS, "every trace");
  const traces = await count(`SELECT COUNT(DISTINCT trace) FROM spans WHERE start > ${before}`);
  const orphans = await count(`
    SELECT COUNT(*) FROM spans s WHERE start > ${before} AND parent <> ''
    AND NOT EXISTS (SELECT 1 FROM spans p WHERE p.trace = s.trace AND p.id = s.parent)`);
  const list = await timed(`${endpoints.console}/api/requests?limit=200`);
  const map = await timed(`${endpoints.console}/api/map`);
  console.log(`${REQUESTS} requests in ${seconds.toFixed(0)} s, answers ${JSON.stringify(answers)}`);
  console.log(`traces: ${traces}; spans without their parent: ${orphans}`);
  console.log(`the console's list in ${list.toFixed(0)} ms, its map in ${map.toFixed(0)} ms`);
  console.log(`resident memory of the runner: ${memory} MB before, ${await residentOfRunner(endpoints.console)} MB after`);
  process.exitCode = traces >= REQUESTS && orphans === 0 ? 0 : 1;

  function send(url, { method = "GET", headers = {}, body } = {}) {
    return new Promise((resolve, reject) => http.request(url, { method, headers, agent }, (response) => {
      response.on("end", () => resolve(response.statusCode)).resume();
    }).on("error", reject).end(body));
  }

  function socket(url) {
    return new Promise((resolve) => {
      const refused = new WebSocket(url);
      refused.onopen = () => resolve("socket open");
      refused.onerror = () => resolve("socket refused");
    });
  }

  async function count(sql) {
    const answer = await fetch(`${endpoints.console}/api/query`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ sql }),
    });
    return (await answer.json()).rows[0][0];
  }

  async function newest() {
    return await count("SELECT COALESCE(MAX(start), 0) FROM spans");
  }
}

async function cost() {
  const folder = await mkdtemp(join(tmpdir(), "small-app-"));
  await writeSmallApp(folder);
  await compare("a warm function that does nothing", { assembly: folder }, ({ api }) => api);
  await compare("hits at the edge", {}, ({ site }) => `${site}/study.html`);
  await rm(folder, { recursive: true });
}

async function compare(what, app, address) {
  const runners = [];
  try {
    for (const options of [[], ["--no-traces"]]) {
      const { endpoints, stop } = await startRunner({ ...app, options });
      runners.push({ url: address(endpoints), stop, rate: [], p99: [] });
    }

    for (let round = -1; round < ROUNDS; round++) {
      // Which of the two is first changes, too; the first round warms them.
      for (const runner of round % 2 ? [...runners].reverse() : runners) {
        const { rate, p99 } = await load(runner.url);
        if (round >= 0) {
          runner.rate.push(rate);
          runner.p99.push(p99);
        }
      }
    }
  } finally {
    for (const { stop } of runners) {
      await stop();
    }
  }

  const [kept, none] = runners;
  console.log(`${what}: ${median(kept.rate).toFixed(0)} requests/s with traces, ${median(none.rate).toFixed(0)} without: `
    + `${median(kept.rate.map((rate, i) => rate / none.rate[i])).toFixed(2)}x; `
    + `p99 ${median(kept.p99).toFixed(1)} ms and ${median(none.p99).toFixed(1)} ms: `
    + `${median(none.p99.map((p99, i) => p99 / kept.p99[i])).toFixed(2)}x as fast`);
}

/** Callers who each ask again as soon as they have their answer. */
async function load(url) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CALLERS });
  const end = performance.now() + SECONDS * 1000;
  const times = [];
  await Promise.all(Array.from({ length: CALLERS }, async () => {
    while (performance.now() < end) {
      const begun = performance.now();
      await new Promise((resolve, reject) => http.get(url, { agent }, (response) => {
        response.on("end", () => response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`))).resume();
      }).on("error", reject));
      times.push(performance.now() - begun);
    }
  }));
  agent.destroy();
  return { rate: times.length / SECONDS, p99: percentile(times, 0.99) };
}

async function timed(url) {
  const begun = performance.now();
  await (await fetch(url)).arrayBuffer();
  return performance.now() - begun;
}

/** Of the process that listens at an address, in MB. */
async function residentOfRunner(address) {
  const [pid] = /pid=(\d+)/.exec(execFileSync("ss", ["-Hltnp", `sport = :${new URL(address).port}`]).toString()).slice(1);
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"));
  return Math.round(kilobytes / 1024);
}
