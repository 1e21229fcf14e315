// Breaks one thing of a running Lexicon, shows what a reader and the console see of it, mends it by one line, and asks again.
//
//   node docs/breaks/break.mjs          lists what can be broken
//   node docs/breaks/break.mjs grant    breaks that
//
// In a terminal it waits before it mends and before it ends, so that there is time to look; elsewhere it goes through at once. It ends
// with 1 where something is not as its module promises. FOLDER is where its runner is, .local/break by default: one that is there is used.

import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { Assembly } from "./run/assembly.mjs";
import { Lexicon } from "./run/lexicon.mjs";
import { print } from "./run/print.mjs";
import { assemblyOf, runner } from "./run/runner.mjs";

const HERE = new URL(".", import.meta.url);
const FOLDER = process.env.FOLDER || ".local/break";

process.chdir(new URL("../..", HERE).pathname);
const [name] = process.argv.slice(2);
try {
  await (name ? run(await find(name)) : list());
  process.exit();
} catch (problem) {
  console.error(problem.message);
  process.exit(1);
}

async function names() {
  return (await readdir(HERE)).filter((file) => /^(?!break\.).*\.mjs$/.test(file)).map((file) => file.slice(0, -4)).sort();
}

async function load(one) {
  return (await import(new URL(`${one}.mjs`, HERE))).default;
}

async function find(wanted) {
  const all = await names();
  if (!all.includes(wanted)) {
    throw new Error(`${wanted} is nothing that can be broken; it must be one of ${all.join(", ")}.`);
  }

  return load(wanted);
}

async function list() {
  print.line("make break NAME=... breaks one of these, and mends it:\n");
  for (const one of await names()) {
    print.row(one, (await load(one)).question);
  }
}

async function run(broken) {
  const line = await lineOf(broken.line);
  const stopped = Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
  const { endpoints, isOwn, stop } = await runner(FOLDER);
  const lexicon = new Lexicon(endpoints);
  const assembly = new Assembly(assemblyOf(FOLDER), lexicon.site);
  try {
    await Promise.race([stopped, act(broken, line, lexicon, assembly)]);
  } finally {
    // A runner of our own begins with a new copy the next time.
    await (isOwn ? stop() : assembly.restore());
  }
}

async function act(broken, line, lexicon, assembly) {
  print.line(`\n${broken.title}. ${broken.question}\n`);
  const made = await broken.prepare(lexicon);
  print.row("Broken", broken.changes);
  if (broken.break) {
    await assembly.change(broken.break);
  }

  await ask("broken", lexicon, broken, made);
  print.row("Mended by", line);
  await pause("Press Enter to mend it ...");

  if (broken.mend) {
    await assembly.change(broken.mend);
  } else {
    await assembly.restore();
  }

  print.line();
  print.row("Mended", broken.mended ?? "The line is as it was.");
  await ask("mended", lexicon, broken, made);
  print.row("Why", broken.why);
  print.row("AWS's page", broken.page);
  await pause("Press Enter to end ...");
}

/** Sends what a break is about, and holds it against what its module promises of this state. */
async function ask(state, lexicon, broken, made) {
  const outcome = await broken.ask(lexicon, made, state === "mended");
  for (const place of outcome.look) {
    print.row("In console", `${lexicon.page}/#${place}`);
  }

  if (state === "broken") {
    print.row("Look at", broken.look);
  }

  if (!broken.is[state](outcome, made)) {
    throw new Error(`This is not what ${state} means in docs/breaks/${name}.mjs: ${broken.is[state]}`);
  }
}

/** The line that mends it, with its number. */
async function lineOf([file, text]) {
  const lines = (await readFile(file, "utf8")).split("\n");
  const at = lines.findIndex((one) => one.includes(text));
  if (at < 0) {
    throw new Error(`${file} has no line with ${text} any more.`);
  }

  return `${file}:${at + 1}  ${lines[at].trim()}`;
}

async function pause(words) {
  if (process.stdin.isTTY) {
    process.stdout.write(`\n${words} `);
    process.stdin.resume();
    await Promise.race([once(process.stdin, "data"), once(process.stdin, "end")]);
    process.stdin.pause();
  }
}
