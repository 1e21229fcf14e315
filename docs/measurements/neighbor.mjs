// Measures what a function suffers from one beside it that takes all it can get, and prints what docs/sandbox.md says of it:
//
//   node_modules/node/bin/node docs/measurements/neighbor.mjs     (starts a runner of its own, with a small app)
//
// The p99 of a warm function that does nothing, by Invoke, alone and beside another one that spins, forks, fills memory, fills the disk
// or opens files for all of that time. Quiet and busy measurements take turns. Options by environment: SECONDS, ROUNDS.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AwsV4Signer } from "../../Site/scripts/vendor/aws4fetch.js";
import { median, percentile } from "./numbers.mjs";
import { startRunner, writeSmallApp } from "./small-app.mjs";

const SECONDS = Number(process.env.SECONDS ?? 4);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const PAUSE = 10;

const attempts = {
  "spins in 64 processes": "for i in $(seq 64); do timeout TIME sh -c 'while :; do :; done' & done; wait",
  "starts processes without end": "end=$(($(date +%s) + TIME)); while [ $(date +%s) -lt $end ]; do (sleep 1 &) 2> /dev/null; done",
  "takes memory without end": "node -e 'const all=[]; for(;;) all.push(Buffer.alloc(8e6, 1))'",
  "writes to the disk without end":
    "end=$(($(date +%s) + TIME)); while [ $(date +%s) -lt $end ]; do cat /dev/zero > /tmp/full 2> /dev/null; rm /tmp/full; done",
  "opens files without end":
    "node -e 'const fs=require(\"fs\"); const end=Date.now()+TIME*1000; while(Date.now()<end) try { fs.openSync(\"/dev/null\") } catch {}'",
};

const folder = await mkdtemp(join(tmpdir(), "small-app-"));
await writeSmallApp(folder);
const runner = await startRunner({ assembly: folder });
try {
  await measure();
  for (const [what, script] of Object.entries(attempts)) {
    const [quiet, busy] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      quiet.push(await measure());
      const ended = invoke("Shell", { script: script.replaceAll("TIME", SECONDS + 1) });
      await pause(500);
      busy.push(await measure());
      await ended;
    }

    console.log(`beside one that ${what}: median ${median(busy.map(({ middle }) => middle)).toFixed(1)} ms, `
      + `p99 ${median(busy.map(({ p99 }) => p99)).toFixed(1)} ms; alone ${median(quiet.map(({ middle }) => middle)).toFixed(1)} ms, `
      + `p99 ${median(quiet.map(({ p99 }) => p99)).toFixed(1)} ms: ${median(busy.map(({ p99 }, i) => p99 / quiet[i].p99)).toFixed(1)}x`);
  }
} finally {
  await runner.stop();
  await rm(folder, { recursive: true });
}

async function measure() {
  const times = [];
  for (const end = performance.now() + SECONDS * 1000; performance.now() < end;) {
    const begun = performance.now();
    const { status } = await invoke("Noop", {});
    if (status !== 200) {
      throw new Error(`Noop answered ${status}.`);
    }

    times.push(performance.now() - begun);
    await pause(PAUSE);
  }

  return { middle: median(times), p99: percentile(times, 0.99) };
}

async function invoke(name, event) {
  const signed = await new AwsV4Signer({
    method: "POST",
    url: `${runner.endpoints.aws}/2015-03-31/functions/${name}/invocations`,
    body: JSON.stringify(event),
    service: "lambda",
    region: "us-east-1",
    accessKeyId: "local",
    secretAccessKey: "local",
  }).sign();
  const answer = await fetch(signed.url, { method: signed.method, headers: signed.headers, body: signed.body });
  return { status: answer.status, body: await answer.text() };
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
