// Fetches one object of the running site from several places, twice from each, and prints who answered, from where, hit or miss, how old
// it was, how long it took, and why. Each run asks for an address of its own query, which the cache of the API knows apart.
//
//   node docs/tours/cdn.mjs                                            the first page of the public glossaries
//   OBJECT=/favicon.svg PLACES="FRA SYD" node docs/tours/cdn.mjs       another object, from these places
//
// Start the runner with --distance (make up DISTANCE=1), and each answer takes as long as its way.

import { readFile } from "node:fs/promises";

const endpoints = process.env.ENDPOINTS || new URL("../../.local/endpoints.json", import.meta.url);

const places = (process.env.PLACES || "FRA LHR IAD NRT").split(/[ ,]+/);
const site = await siteAddress();
const path = process.env.OBJECT || `/api/glossaries?limit=1&tour=${Date.now()}`;

console.log(`GET ${site}${path}\n`);
print(["from", "answered by", "X-Cache", "Age", "took", "why"]);
for (const place of places) {
  for (let time = 0; time < 2; time++) {
    print(await visit(place));
  }
}

async function visit(place) {
  const begun = performance.now();
  const answer = await fetch(`${site}${path}`, { headers: { "X-Lexicon-Place": place } });
  await answer.arrayBuffer();
  const took = `${(performance.now() - begun).toFixed(0)} ms`;
  const { headers } = answer;
  const why = headers.get("x-lexicon-why") ?? `${answer.status} ${answer.statusText}`;
  return [place, headers.get("x-amz-cf-pop"), headers.get("x-cache"), headers.get("age") ?? "-", took, why];
}

function print(cells) {
  const widths = [4, 11, 25, 4, 8, 0];
  console.log(cells.map((cell, index) => `${cell ?? "-"}`.padEnd(widths[index])).join("  ").trimEnd());
}

async function siteAddress() {
  try {
    return process.env.BASE_URL || JSON.parse(await readFile(endpoints, "utf8")).site;
  } catch {
    console.error(`Nothing runs here: ${endpoints} cannot be read. Start it by make up, or name a site by BASE_URL.`);
    return process.exit(1);
  }
}
