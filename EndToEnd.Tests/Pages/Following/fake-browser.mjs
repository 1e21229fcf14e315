// As much of a browser as the page of a glossary needs: elements, an API whose answers a test decides, sockets, and time that a test moves.

import { mock } from "node:test";

const LONGEST_TURN = 50;

class FakeElement extends EventTarget {
  constructor(name) {
    super();
    this.name = name;
    this.attributes = new Map();
    this.nodes = [];
    this.parent = null;
    this.value = "";
    this.dataset = {};
  }

  get children() {
    return this.nodes.filter((node) => node instanceof FakeElement);
  }

  get textContent() {
    return this.nodes.map((node) => node.textContent ?? node).join("");
  }

  set textContent(text) {
    this.replaceChildren(text);
  }

  get isConnected() {
    return this.name === "body" || Boolean(this.parent?.isConnected);
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  toggleAttribute(name, isSet) {
    this.attributes.delete(name);
    if (isSet) {
      this.attributes.set(name, "");
    }
  }

  append(...nodes) {
    nodes.forEach((node) => this.insertBefore(node, null));
  }

  insertBefore(node, before) {
    node.remove?.();
    const at = before ? this.nodes.indexOf(before) : this.nodes.length;
    this.nodes.splice(at, 0, node);
    if (node instanceof FakeElement) {
      node.parent = this;
    }

    return node;
  }

  remove() {
    const { parent } = this;
    this.parent = null;
    parent?.nodes.splice(parent.nodes.indexOf(this), 1);
  }

  replaceChildren(...nodes) {
    this.children.forEach((child) => child.remove());
    this.nodes = [];
    this.append(...nodes.filter((node) => node !== ""));
  }

  replaceWith(other) {
    const { parent } = this;
    parent.insertBefore(other, this);
    this.remove();
  }

  hasChildNodes() {
    return this.nodes.length > 0;
  }

  contains(other) {
    return other === this || this.children.some((child) => child.contains(other));
  }

  focus() {
    globalThis.document.activeElement = this;
  }

  /** All below that are of one of these names: more of selectors no test needs. */
  querySelectorAll(names) {
    const all = this.children.flatMap((child) => [child, ...child.querySelectorAll("*")]);
    return names === "*" ? all : all.filter(({ name, attributes }) => names.split(", ").includes(name)
      || (names === ":scope > .empty-item" && attributes.get("class") === "empty-item"));
  }

  querySelector(names) {
    return this.querySelectorAll(names)[0] ?? null;
  }
}

class FakeSocket extends EventTarget {
  constructor(address) {
    super();
    this.address = address;
    this.sent = [];
    this.isOpen = true;
    FakeSocket.made.push(this);
  }

  static made = [];

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.isOpen = false;
  }

  say(event) {
    this.dispatchEvent(Object.assign(new Event("message"), { data: JSON.stringify(event) }));
  }

  /** The other side ends it. */
  end() {
    this.isOpen = false;
    this.dispatchEvent(new Event("close"));
  }
}

/** Opens the page of a glossary, and returns what a test does with it. */
export async function openGlossary({ id, mine = false, answer }) {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_764_500_000_000 });
  mock.method(Math, "random", () => 0.5);
  FakeSocket.made = [];
  const asked = [];
  const places = new Map();
  const body = new FakeElement("body");
  const place = (name) => {
    if (!places.has(name)) {
      places.set(name, body.insertBefore(new FakeElement("div"), null));
    }

    return places.get(name);
  };
  const define = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  const page = new URL(`https://lexicon.example/glossary.html?id=${id}${mine ? "&mine" : ""}`);
  define("document", Object.assign(new EventTarget(), {
    body,
    visibilityState: "visible",
    createElement: (name) => new FakeElement(name),
    getElementById: place,
    querySelector: (names) => (names === "dialog[open]" ? body.querySelector("dialog") : place(names)),
  }));
  define("window", new EventTarget());
  define("location", { href: page.href, origin: page.origin, pathname: page.pathname, search: page.search });
  define("history", { replaceState: () => {} });
  define("BroadcastChannel", class extends EventTarget {
    postMessage() {}
  });
  define("sessionStorage", storage({
    "lexicon.session": mine ? JSON.stringify({ idToken: "a.b.c", claims: { exp: 4_000_000_000, email: "a reader" } }) : null,
  }));
  define("localStorage", storage({}));
  define("WebSocket", FakeSocket);
  define("fetch", async (address, { method = "GET", signal } = {}) => {
    if (address === "/config.json") {
      return Response.json({ live: "wss://live.example/dev" });
    }

    if (method === "POST") {
      return Response.json({ ticket: "a ticket" }, { status: 201 });
    }

    const url = new URL(address, page);
    asked.push(url);
    const [status, content] = await Promise.race([answer(url), aborted(signal)]);
    return Response.json(content, { status });
  });
  await import(`../../../Site/scripts/glossary-page.js?${Math.floor(performance.now() * 1000)}`);
  await settle();
  return {
    asked,
    place,
    get socket() {
      return FakeSocket.made.at(-1);
    },
    get sockets() {
      return FakeSocket.made;
    },
    /** The terms that are shown, with their definitions. */
    get shown() {
      return place("terms").querySelectorAll("article").map((card) => {
        const [heading] = card.querySelectorAll("h3");
        return `${heading.textContent}: ${card.querySelectorAll("p").at(-1).textContent}`;
      });
    },
    get glossaryText() {
      return place("glossary").textContent;
    },
    press: async (text) => {
      const button = body.querySelectorAll("button").find((one) => one.textContent === text);
      button.dispatchEvent(new Event("click"));
      await settle();
    },
    search: async (words) => {
      place("words").value = words;
      place("words").dispatchEvent(new Event("change"));
      await settle();
    },
    after: async (milliseconds) => {
      mock.timers.tick(milliseconds);
      await settle();
    },
    settle,
  };
}

/** Ends what a test has opened. */
export function closePage() {
  mock.timers.reset();
  mock.restoreAll();
}

/** Until nothing that needs no time is left to do. */
export async function settle() {
  for (let turn = 0; turn < LONGEST_TURN; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function aborted(signal) {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

function storage(kept) {
  return {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      kept[key] = text;
    },
    removeItem: (key) => {
      delete kept[key];
    },
  };
}
