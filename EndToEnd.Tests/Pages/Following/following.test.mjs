// How what others do, and what this page reads, can meet. In the end the page shows what is there, however they do.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { closePage, openGlossary } from "./fake-browser.mjs";

const ID = "01KB5ZHVKJ2M4T6C8D0E0F1G2H";
const SECOND = 1000;

afterEach(closePage);

// What the table has, and a cache of five seconds before what anyone reads, as the distribution is one.
class World {
  terms = new Map();
  termCount = 0;
  version = 1;
  #kept = new Map();

  constructor({ mine = false } = {}) {
    this.mine = mine;
    this.hold = null;
    this.fails = 0;
  }

  put(name, definition = "There.", version = 1, more = {}) {
    this.terms.set(name, { id: name, glossaryId: ID, term: name, definition, version, ...more });
    this.termCount = this.terms.size;
    return this.terms.get(name);
  }

  remove(name) {
    this.terms.delete(name);
    this.termCount = this.terms.size;
  }

  async answer(url) {
    const key = url.pathname + url.search;
    const kept = this.#kept.get(key);
    if (!this.mine && kept && Date.now() < kept.until) {
      return kept.answer;
    }

    if (this.fails > 0) {
      this.fails -= 1;
      return [500, {}];
    }

    const answer = [200, structuredClone(url.pathname.endsWith("/terms") ? this.#list(url.searchParams) : this.#glossary())];
    await this.hold;
    this.#kept.set(key, { answer, until: Date.now() + 5 * SECOND });
    return answer;
  }

  open() {
    return openGlossary({ id: ID, mine: this.mine, answer: (url) => this.answer(url) });
  }

  #glossary() {
    const { version, termCount } = this;
    return { id: ID, title: "Trees", version, termCount, visibility: "public", updatedAt: "2025-11-30T10:00:00Z" };
  }

  #list(query) {
    const limit = Number(query.get("limit") ?? 20);
    const after = query.get("cursor") ?? "";
    const all = [...this.terms.values()].filter(({ id }) => id > after).sort((a, b) => (a.id < b.id ? -1 : 1));
    const items = all.slice(0, limit);
    return { items, ...(all.length > limit ? { nextCursor: items.at(-1).id } : {}) };
  }
}

const changes = (...all) => ({ type: "changes", glossaryId: ID, changes: all });
const added = (term) => ({ kind: "termAdded", termId: term.id, version: term.version, term });
const changed = (term) => ({ kind: "termChanged", termId: term.id, version: term.version, term });
const removed = (name, version = 1) => ({ kind: "termRemoved", termId: name, version });

async function connected(page) {
  page.socket.dispatchEvent(new Event("open"));
  await page.settle();
}

async function following(page) {
  await connected(page);
  page.socket.say({ type: "following", glossaryId: ID, readers: 1 });
  await page.settle();
}

test("a term that is added between the list and the connection appears", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  world.put("Birch");

  await following(page);
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("a term that is edited between the list and the connection, which changes neither version nor count, is shown anew", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  world.put("Alder", "Edited.", 2);

  await following(page);
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: Edited."]);
});

test("a list that a cache gave, older than the glossary beside it, is made good", async () => {
  const world = new World();
  world.put("Alder");
  await world.answer(new URL(`https://lexicon.example/api/glossaries/${ID}/terms`));
  world.put("Birch");
  const page = await world.open();
  assert.deepEqual(page.shown, ["Alder: There."]);

  await following(page);
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("what is told before the page is said to follow survives the reading that comes after, however old its answer", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await connected(page);
  const answer = world.answer.bind(world);
  const old = await answer(new URL(`https://lexicon.example/api/glossaries/${ID}/terms?limit=100`));
  const birch = world.put("Birch");
  page.socket.say(changes(added(birch)));
  await page.settle();

  page.socket.say({ type: "following", glossaryId: ID, readers: 1 });
  await page.settle();
  world.answer = (url) => (url.pathname.endsWith("/terms") ? old : answer(url));
  await page.after(6 * SECOND);

  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("what is told while the page reads is shown over what it reads", async () => {
  const world = new World();
  world.put("Alder");
  world.put("Cedar");
  const page = await world.open();
  await following(page);
  let answers;
  world.hold = new Promise((resolve) => {
    answers = resolve;
  });
  await page.after(6 * SECOND);
  const birch = world.put("Birch");
  world.remove("Cedar");
  page.socket.say(changes(added(birch), removed("Cedar")));
  await page.settle();
  answers();
  await page.settle();

  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("the reading asks no cache for what it may have had before", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  page.asked.length = 0;

  await page.after(SECOND);

  const keys = page.asked.map((url) => url.searchParams.get("fresh"));
  assert.equal(keys.length, 2);
  assert.match(keys[0], /^[0-9a-f-]{36}$/);
  assert.equal(keys[1], keys[0]);
});

test("each connection asks by a word of its own, and after 35 seconds caches are good enough", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  await page.after(SECOND);
  const first = page.asked.at(-1).searchParams.get("fresh");
  page.socket.end();
  await page.after(SECOND);
  await following(page);
  await page.after(SECOND);
  const second = page.asked.at(-1).searchParams.get("fresh");
  await page.after(35 * SECOND);

  await page.search("alder");

  assert.notEqual(first, second);
  assert.equal(page.asked.at(-1).searchParams.get("fresh"), null);
});

test("what a reader asks for from a cache does not take back what was told", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  await page.after(40 * SECOND);
  await page.search("der");
  await page.search("");
  const elder = world.put("Elder");
  page.socket.say(changes(added(elder)));
  await page.settle();

  await page.search("der");
  assert.deepEqual(page.shown, ["Alder: There.", "Elder: There."]);
  await page.search("");
  assert.deepEqual(page.shown, ["Alder: There.", "Elder: There."]);
});

test("a term that belongs to a page not loaded yet is there once it is loaded from a cache", async () => {
  const world = new World();
  for (let number = 10; number < 35; number += 1) {
    world.put(`Tree ${number}`);
  }

  const page = await world.open();
  await following(page);
  await page.after(40 * SECOND);
  const more = new URL(`https://lexicon.example/api/glossaries/${ID}/terms?cursor=Tree+29`);
  await world.answer(more);
  const last = world.put("Yew");
  world.remove("Tree 33");
  page.socket.say(changes(added(last), removed("Tree 33")));
  await page.settle();
  assert.equal(page.shown.length, 20);

  await page.press("Load more");

  assert.deepEqual(page.shown.slice(-3), ["Tree 32: There.", "Tree 34: There.", "Yew: There."]);
});

test("a reader's own question that is under way holds the reading up and does not replace it", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await connected(page);
  let answers;
  world.hold = new Promise((resolve) => {
    answers = resolve;
  });
  const asking = page.search("der");
  await asking;
  world.put("Elder");
  page.socket.say({ type: "following", glossaryId: ID, readers: 1 });
  await page.settle();
  await page.after(SECOND);
  answers();
  await page.settle();
  assert.deepEqual(page.shown, ["Alder: There."]);

  await page.after(2 * SECOND);

  assert.deepEqual(page.shown, ["Alder: There.", "Elder: There."]);
});

test("a reading that fails is tried again until it is done", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  world.put("Birch");
  await following(page);
  world.fails = 3;
  await page.after(SECOND);
  await page.after(SECOND);
  await page.after(2 * SECOND);
  assert.deepEqual(page.shown, ["Alder: There."]);

  await page.after(4 * SECOND);

  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("what changed, came and went while the connection was lost is shown after the next one", async () => {
  const world = new World();
  world.put("Alder");
  world.put("Birch");
  const page = await world.open();
  await following(page);
  page.socket.say(changes(changed(world.put("Birch", "Told.", 2))));
  await page.after(SECOND);
  page.socket.end();
  world.put("Alder", "Edited.", 2);
  world.remove("Birch");
  world.put("Cedar");

  await page.after(SECOND);
  await following(page);
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: Edited.", "Cedar: There."]);
});

test("messages that come twice, and an older one after a newer one, change nothing", async () => {
  const world = new World();
  const alder = world.put("Alder");
  const page = await world.open();
  await following(page);
  const second = world.put("Alder", "Second.", 2);
  const third = world.put("Alder", "Third.", 3);
  const birch = world.put("Birch");
  page.socket.say(changes(changed(third), added(birch)));
  page.socket.say(changes(changed(second), changed(alder), added(birch)));
  await page.settle();
  assert.deepEqual(page.shown, ["Alder: Third.", "Birch: There."]);

  page.socket.say(changes(removed("Birch")));
  page.socket.say(changes(added(birch)));
  await page.settle();

  assert.deepEqual(page.shown, ["Alder: Third."]);
});

test("a term that moderators hide and show again is there again", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  page.socket.say(changes(removed("Alder", 2)));
  await page.settle();
  assert.deepEqual(page.shown, []);

  page.socket.say(changes(added(world.put("Alder", "There.", 3))));
  await page.settle();

  assert.deepEqual(page.shown, ["Alder: There."]);
});

test("a term that moderators hide stays on its owner's page, with the reason, and goes when it is deleted", async () => {
  const world = new World({ mine: true });
  world.put("Alder");
  const page = await world.open();
  await following(page);
  await page.after(0);
  world.put("Alder", "There.", 2, { hidden: "Spam." });
  page.socket.say(changes(removed("Alder", 2)));
  await page.settle();
  await page.after(0);
  assert.deepEqual(page.shown, ["Alder: There."]);
  assert.match(page.place("terms").textContent, /Hidden by a moderator/);

  world.remove("Alder");
  page.socket.say(changes(removed("Alder", 2)));
  await page.settle();
  await page.after(0);

  assert.deepEqual(page.shown, []);
});

test("how many terms there are is the last that was told, though a reading lags behind it", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  const old = [200, { id: ID, title: "Trees", version: 1, termCount: 1, updatedAt: "2025-11-30T10:00:00Z" }];
  const birch = world.put("Birch");
  page.socket.say(changes(added(birch), { kind: "glossaryChanged", version: 1, glossary: { ...old[1], termCount: 2 } }));
  await page.settle();
  const answer = world.answer.bind(world);
  world.answer = (url) => (url.pathname.endsWith("/terms") ? answer(url) : old);

  await page.after(6 * SECOND);

  assert.match(page.glossaryText, /2 terms/);
});

test("a follow that nobody answers, and one that fails, are asked again on another connection", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await connected(page);
  assert.deepEqual(page.socket.sent, [{ action: "follow", glossaryId: ID }]);
  await page.after(60 * SECOND);
  assert.equal(page.socket.isOpen, false);
  await page.after(SECOND);
  assert.equal(page.sockets.length, 2);

  await connected(page);
  page.socket.say({ message: "Internal server error", connectionId: "c", requestId: "r" });
  await page.settle();
  await page.after(2 * SECOND);
  assert.equal(page.sockets.length, 3);

  world.put("Birch");
  await following(page);
  await page.after(SECOND);
  assert.deepEqual(page.shown, ["Alder: There.", "Birch: There."]);
});

test("a connection on which nothing was said for longer than any lives is given up when the page is looked at again", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  await page.after(601 * SECOND);
  assert.equal(page.sockets.length, 1);
  world.put("Alder", "Edited while the computer slept.", 2);

  document.dispatchEvent(new Event("visibilitychange"));
  await page.after(SECOND);
  await following(page);
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: Edited while the computer slept."]);
});

test("nothing of a connection that was given up is heard any more", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  const [first] = page.sockets;
  await connected(page);
  await page.after(60 * SECOND);
  await page.after(SECOND);
  await following(page);

  first.say(changes(removed("Alder")));
  first.end();
  await page.after(SECOND);

  assert.deepEqual(page.shown, ["Alder: There."]);
  assert.equal(page.sockets.length, 2);
});

test("a glossary that is gone ends it all", async () => {
  const world = new World();
  world.put("Alder");
  const page = await world.open();
  await following(page);
  await page.after(40 * SECOND);
  world.answer = async () => [404, { status: 404 }];
  page.socket.end();
  await page.after(SECOND);
  await connected(page);
  page.socket.say({ type: "problem", problem: "glossary-not-found" });
  await page.settle();
  await page.after(60 * SECOND);

  assert.match(page.glossaryText, /no longer public/);
  assert.equal(page.sockets.length, 2);
});
