// The fields of a term.

import { button, element, newId } from "./dom.js";
import { openEditor } from "./editor.js";
import { field } from "./fields.js";
import { createTerm, getTerm, updateTerm } from "./glossaries.js";
import { keys } from "./idempotency.js";

const MOST_REFERENCES = 5;

/** Opens the dialog for a new term of a glossary, or for this one. */
export function editTerm(glossaryId, item, saved) {
  const keyOf = keys();
  openEditor({
    heading: item ? "Edit the term" : "New term",
    draft: item ? `term.${item.id}` : `term.of.${glossaryId}`,
    fields: termFields,
    item,
    save: (read, values) => (read ? updateTerm(read, values) : createTerm(glossaryId, values, keyOf(values))),
    reload: (read) => getTerm(true, glossaryId, read.id),
    saved,
  });
}

function termFields(values) {
  const term = element("input", { type: "text", maxlength: 100, autocomplete: "off" });
  term.value = values?.term ?? "";
  const definition = element("textarea", { maxlength: 2000, rows: 5 });
  definition.value = values?.definition ?? "";
  const tags = element("input", { type: "text", autocomplete: "off", autocapitalize: "none" });
  tags.value = (values?.tags ?? []).join(", ");
  const references = referenceList(values?.references ?? []);
  return {
    fields: [
      field("term", "Term", term),
      field("definition", "Definition", definition, "One or two sentences, in your own words."),
      field("tags", "Tags", tags, "Separated by commas."),
      references.group,
    ],
    read: () => ({
      term: term.value.trim(),
      definition: definition.value.trim(),
      references: references.read(),
      tags: [...new Set(tags.value.split(",").map((tag) => tag.trim()).filter(Boolean))],
    }),
  };
}

function referenceList(references) {
  const rows = element("div", { class: "references-edit" });
  const add = button("Add a reference", () => {
    addRow({ title: "", url: "" }).querySelector("input").focus();
  }, { style: "button-small" });
  const error = element("span", { class: "field-error", hidden: true });
  const group = element("fieldset", {}, element("legend", {}, "References"), rows, error, element("div", { class: "buttons" }, add));

  // A problem with any reference is shown at the group, whose name a field error looks for.
  group.id = newId("references");
  group.setAttribute("name", "references");
  group.tabIndex = -1;
  error.id = `${group.id}-error`;

  function addRow({ title, url }) {
    const titleInput = element("input", { type: "text", maxlength: 120, autocomplete: "off", "data-part": "title" });
    titleInput.value = title;
    const urlInput = element("input", { type: "url", maxlength: 500, autocomplete: "off", placeholder: "https://", "data-part": "url" });
    urlInput.value = url;
    const row = element(
      "div", { class: "reference-row" },
      element("label", { class: "field" }, "Title", titleInput),
      element("label", { class: "field" }, "Address", urlInput),
      button("Remove", () => {
        row.remove();
        update();
        add.focus();
      }, { style: "button-small" }),
    );
    rows.append(row);
    update();
    return row;
  }

  function update() {
    add.hidden = rows.children.length >= MOST_REFERENCES;
  }

  references.forEach(addRow);
  return {
    group,
    read: () => [...rows.children]
      .map((row) => ({
        title: row.querySelector("[data-part=title]").value.trim(),
        url: row.querySelector("[data-part=url]").value.trim(),
      }))
      .filter(({ title, url }) => title || url)
      .map(({ title, url }) => ({ title: title || url, url })),
  };
}
