// The fields of a term.

import { atMost, checkReferenceTitle, checkReferenceUrl, checkTags, needed, tagsOf } from "./checks.js";
import { button, element, newId } from "./dom.js";
import { openEditor } from "./editor.js";
import { field } from "./fields.js";
import { createTerm, getTerm, updateTerm } from "./glossaries.js";
import { keys } from "./idempotency.js";
import { DEFINITION, PRONUNCIATION, REFERENCES, TAGS, TERM_NAME } from "./limits.js";

/** Opens the dialog for a new term of a glossary, or for this one. */
export function editTerm(glossaryId, item, saved, overtaken) {
  const keyOf = keys();
  openEditor({
    heading: item ? "Edit the term" : "New term",
    draft: item ? `term.${item.id}` : `term.of.${glossaryId}`,
    fields: termFields,
    item,
    save: (read, values) => (read ? updateTerm(read, values) : createTerm(glossaryId, values, keyOf(values))),
    reload: (read) => getTerm(true, glossaryId, read.id),
    saved,
    overtaken,
  });
}

function termFields(values) {
  const term = element("input", { type: "text", required: true, autocomplete: "off" });
  term.value = values?.term ?? "";
  const pronunciation = element("input", { type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  pronunciation.value = values?.pronunciation ?? "";
  const definition = element("textarea", { required: true, rows: 5 });
  definition.value = values?.definition ?? "";
  const tags = element("input", { type: "text", autocomplete: "off", autocapitalize: "none" });
  tags.value = (values?.tags ?? []).join(", ");
  const references = referenceList(values?.references ?? []);
  return {
    fields: [
      field("term", "Term", term, { check: needed("Give the term its name.", TERM_NAME) }),
      field("pronunciation", "Pronunciation", pronunciation, { hint: "How it is said, as in /ˈlɛksɪkən/. Optional.", check: atMost(PRONUNCIATION) }),
      field("definition", "Definition", definition, {
        hint: "One or two sentences, in your own words.",
        check: needed("Say what the term means.", DEFINITION),
      }),
      field("tags", "Tags", tags, { hint: `Separated by commas, ${TAGS} at most.`, check: checkTags }),
      references.group,
    ],
    read: () => ({
      term: term.value.trim(),
      pronunciation: pronunciation.value.trim(),
      definition: definition.value.trim(),
      references: references.read(),
      tags: tagsOf(tags.value),
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
    const titleInput = element("input", { type: "text", autocomplete: "off" });
    titleInput.value = title;
    const urlInput = element("input", { type: "url", autocomplete: "off", placeholder: "https://" });
    urlInput.value = url;
    const row = element(
      "div", { class: "reference-row" },
      field("reference-title", "Title", titleInput, { check: (text) => checkReferenceTitle(text, urlInput.value.trim()) }),
      field("reference-url", "Address", urlInput, { check: (text) => checkReferenceUrl(titleInput.value.trim(), text) }),
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
    add.hidden = rows.children.length >= REFERENCES;
  }

  references.forEach(addRow);
  return {
    group,
    read: () => [...rows.children]
      .map((row) => ({
        title: row.querySelector("[name=reference-title]").value.trim(),
        url: row.querySelector("[name=reference-url]").value.trim(),
      }))
      .filter(({ title, url }) => title || url)
      .map(({ title, url }) => ({ title: title || url, url })),
  };
}
