// The runner of the breaks: one of its own, with its own data, on any free ports. Where one runs in the folder, it is used.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { copy } from "./assembly.mjs";

const SYNTHESIZED = "cdk.out";
const PROGRAM = "Local/bin/Release/net10.0/Lexicon.Local.dll";

/** Where the copy of the assembly is within a folder. */
export const assemblyOf = (folder) => `${folder}/cdk.out`;

/** Its endpoints, whether it was started here, and what ends it. */
export async function runner(folder) {
  const running = await endpointsOf(folder);
  if (running) {
    return { endpoints: running, isOwn: false, stop: () => {} };
  }

  for (const needed of [`${SYNTHESIZED}/manifest.json`, PROGRAM]) {
    if (!existsSync(needed)) {
      throw new Error(`${needed} is not there. Run make up first; it can be stopped when it says Ready.`);
    }
  }

  console.log(`Starting a runner of its own, with its data in ${folder} ...`);
  await rm(folder, { recursive: true, force: true });
  await copy(SYNTHESIZED, assemblyOf(folder));
  return start(folder);
}

async function start(folder) {
  const child = spawn(
    "dotnet",
    [
      PROGRAM, "--watch", "--assembly", assemblyOf(folder), "--data", folder, "--endpoints", `${folder}/endpoints.json`, "--port", "0",
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => (output += text));
  }

  // Ctrl-C at the terminal reaches it, too: to be asked to stop twice is nothing to it.
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for (;;) {
    const endpoints = await endpointsOf(folder);
    if (endpoints) {
      return { endpoints, isOwn: true, stop };
    }

    if (await Promise.race([ended.then(() => true), new Promise((done) => setTimeout(done, 50))])) {
      throw new Error(`The runner ended:\n${output}`);
    }
  }
}

async function endpointsOf(folder) {
  try {
    const endpoints = JSON.parse(await readFile(`${folder}/endpoints.json`, "utf8"));
    return (await fetch(`${endpoints.console}/api/state`)).ok ? endpoints : null;
  } catch {
    return null;
  }
}
