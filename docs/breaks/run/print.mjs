// What a person reads of a break.

const WIDTH = 118;
const NAMES = 16;

/** A name, and what belongs to it, in lines that fit. */
function row(name, text) {
  let line = name.padEnd(NAMES);
  for (const word of text.split(" ")) {
    if (line.length + word.length > WIDTH && line.trim()) {
      console.log(line.trimEnd());
      line = "".padEnd(NAMES);
    }

    line += `${word} `;
  }

  console.log(line.trimEnd());
}

/** Of the headers of a request, those that a break is about. */
const TOLD = ["If-Match", "Idempotency-Key"];

/** Where an answer comes from and how old it is. */
function origin(headers) {
  const [cache, age] = [headers.get("x-cache"), headers.get("age")];
  return [cache, age === null ? null : `Age: ${age}`].filter(Boolean).join(", ");
}

/** What an answer says: of a page its title, of a problem its sentence, of a list its items, of a thing what a reader calls it. */
function gist({ json, text }) {
  if (json === null) {
    return /<title>([^<]*)/i.exec(text)?.[1] ?? text;
  }

  const { detail, items, id, term, title, definition, version } = json;
  return detail ?? items?.map((item) => item.term ?? item.title).join(", ")
    ?? (id ? [term ?? title, definition, version ? `version ${version}` : "", id].filter(Boolean).join(", ") : text);
}

export const print = {
  row,
  line: (text = "") => console.log(text),

  exchange(method, path, sent, answer, as) {
    const told = TOLD.filter((name) => sent[name]).map((name) => `${name}: ${sent[name]}`);
    row("Asked", [`${method} ${path}`, ...told, as ? `(${as})` : ""].filter(Boolean).join("  "));
    row("Answered", `${answer.status} in ${answer.took} ms (${origin(answer.headers)}): ${gist(answer) || "(nothing)"}`);
  },
};
