// Schemas of an OpenAPI document, in words and as examples. https://spec.openapis.org/oas/v3.1.0#schema-object

import { element } from "./dom.js";

export class Schemas {
  #document;

  constructor(document) {
    this.#document = document;
  }

  /** What a reference leads to; anything else as it is. What stands beside a reference counts, too. */
  resolve(node) {
    if (!node.$ref) {
      return node;
    }

    const { $ref, ...beside } = node;
    return { ...$ref.slice(2).split("/").reduce((found, part) => found[part], this.#document), ...beside };
  }

  /** A value that fits, as the document gives examples for its members. */
  example(node) {
    const schema = this.resolve(node);
    if (schema.examples) {
      return schema.examples[0];
    }

    if (schema.enum) {
      return schema.enum[0];
    }

    switch (schema.type) {
      case "object":
        return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, member]) => [name, this.example(member)]));
      case "array":
        return [this.example(schema.items)];
      case "integer":
      case "number":
        return schema.default ?? schema.minimum ?? 1;
      case "boolean":
        return false;
      default:
        return "";
    }
  }

  /** The members of an object, one a row; those of what they hold follow, indented by their path. */
  table(node, caption) {
    const rows = this.#rows(this.resolve(node), "");
    return rows.length > 0 && memberTable(caption, rows);
  }

  #rows(schema, path) {
    if (schema.type === "array") {
      return this.#rows(this.resolve(schema.items), `${path}[]`);
    }

    return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
      const resolved = this.resolve(member);
      const full = path ? `${path}.${name}` : name;
      const row = { name: full, schema: resolved, required: schema.required?.includes(name), description: resolved.description };
      return [row, ...this.#rows(resolved, full)];
    });
  }
}

/** Rows of `{name, schema, required, description, place?}`. */
export function memberTable(caption, rows) {
  return element(
    "div", { class: "members", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table", {},
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...["Name", "Type", "What it is"].map((name) => element("th", { scope: "col" }, name)))),
      element("tbody", {}, ...rows.map(({ name, schema, required, description, place }) => element(
        "tr", {},
        element("th", { scope: "row" }, element("code", {}, name), required && element("span", { class: "field-hint" }, " required")),
        element("td", {}, [place, typeOf(schema)].filter(Boolean).join(", ")),
        element("td", {}, description ?? ""),
      ))),
    ),
  );
}

function typeOf(schema) {
  const { type, format, items, minLength, maxLength, minimum, maximum, maxItems, pattern } = schema;
  return [
    schema.enum ? schema.enum.map((word) => `“${word}”`).join(" or ") : type === "array" ? `list of ${items.type ?? "object"}s` : format ?? type,
    range(minLength, maxLength, "characters"),
    range(minimum, maximum, ""),
    maxItems !== undefined && `at most ${maxItems}`,
    pattern && `as ${pattern}`,
  ].filter(Boolean).join(", ");
}

function range(least, most, unit) {
  if (most === undefined) {
    return least > 0 && `at least ${least} ${unit}`.trim();
  }

  return `${least > 0 ? `${least} to` : "at most"} ${most} ${unit}`.trim();
}
