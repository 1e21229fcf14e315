// A copy of what was synthesized, in which a break changes a few properties. The runner that follows it applies each change.

import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";

const PATIENCE = 60_000;

/** Makes the copy anew. */
export async function copy(from, to) {
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
}

export class Assembly {
  #folder;
  #site;
  #before = new Map();

  constructor(folder, site) {
    this.#folder = folder;
    this.#site = site;
  }

  /** Changes properties and returns when the runner goes by them. `change` gets this object's `resource`. */
  async change(change) {
    const templates = await this.#read();
    change((logicalId, type, edit) => edit(one(templates, logicalId, type).Properties));
    await this.#apply(templates);
  }

  /** Takes every change back. */
  async restore() {
    if (this.#before.size > 0) {
      await this.#apply([...this.#before].map(([file, text]) => ({ file, text, json: JSON.parse(text) })));
      this.#before.clear();
    }
  }

  async #read() {
    const files = (await readdir(this.#folder)).filter((name) => name.endsWith(".template.json"));
    return Promise.all(files.map(async (name) => {
      const file = `${this.#folder}/${name}`;
      const text = this.#before.get(file) ?? (await readFile(file, "utf8"));
      return { file, text, json: JSON.parse(text) };
    }));
  }

  /** The runner notices an assembly by its manifest, which is written last, and tells the open pages of the site. */
  async #apply(templates) {
    for (const { file, text, json } of templates) {
      this.#before.set(file, text);
      await writeFile(file, JSON.stringify(json, null, 1));
    }

    await told(`${this.#site}/.local/changes`, async () => {
      const manifest = `${this.#folder}/manifest.json`;
      await writeFile(manifest, await readFile(manifest));
    });
  }
}

function one(templates, logicalId, type) {
  const found = templates.flatMap(({ json }) => Object.entries(json.Resources)).filter(
    ([id, resource]) => id.startsWith(logicalId) && resource.Type === type);
  if (found.length !== 1) {
    throw new Error(`${found.length} resources of type ${type} begin with ${logicalId}; it must be one.`);
  }

  return found[0][1];
}

/** Does something and waits until the runner says that something has changed. */
function told(address, act) {
  return new Promise((resolve, reject) => {
    const end = (result, problem) => {
      clearTimeout(timer);
      request.destroy();
      return problem ? reject(problem) : resolve(result);
    };
    const request = get(address, (response) => {
      response.setEncoding("utf8");
      response.on("data", (text) => {
        if (text.includes("data: changed")) {
          end();
        } else if (text.startsWith(": watching")) {
          act().catch((problem) => end(undefined, problem));
        }
      });
    });
    request.on("error", (problem) => end(undefined, problem));
    const timer = setTimeout(() => end(undefined, new Error("The runner did not apply the change.")), PATIENCE);
  });
}
