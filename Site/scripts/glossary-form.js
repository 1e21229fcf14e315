// The fields of a glossary.

import { atMost, needed } from "./checks.js";
import { element, newId } from "./dom.js";
import { openEditor } from "./editor.js";
import { field } from "./fields.js";
import { createGlossary, getGlossary, updateGlossary } from "./glossaries.js";
import { keys } from "./idempotency.js";
import { GLOSSARY_DESCRIPTION, GLOSSARY_TITLE } from "./limits.js";

/** Opens the dialog for a new glossary, or for this one. */
export function editGlossary(item, saved, overtaken) {
  const keyOf = keys();
  openEditor({
    heading: item ? "Edit the glossary" : "New glossary",
    draft: item ? `glossary.${item.id}` : "glossary",
    fields: glossaryFields,
    item,
    save: (read, values) => (read ? updateGlossary(read, values) : createGlossary(values, keyOf(values))),
    reload: (read) => getGlossary(true, read.id),
    saved,
    overtaken,
  });
}

function glossaryFields(values) {
  const title = element("input", { type: "text", required: true, autocomplete: "off" });
  title.value = values?.title ?? "";
  const description = element("textarea", { rows: 4 });
  description.value = values?.description ?? "";
  const isPublic = values?.visibility === "public";
  const group = newId("visibility");
  const choice = (value, checked, label, hint) => element(
    "label", { class: "choice" },
    element("input", { type: "radio", name: group, value, checked }),
    element("span", {}, `${label} `, element("span", { class: "field-hint" }, hint)),
  );
  const visibility = element(
    "fieldset", { name: "visibility" },
    element("legend", {}, "Who can read it"),
    choice("private", !isPublic, "Only me", "It is in your own list alone."),
    choice("public", isPublic, "Everybody", "It is on the first page, without your name."),
  );
  return {
    fields: [
      field("title", "Title", title, { check: needed("Give the glossary a title.", GLOSSARY_TITLE) }),
      field("description", "Description", description, { hint: "What is it about? Optional.", check: atMost(GLOSSARY_DESCRIPTION) }),
      visibility,
    ],
    read: () => ({
      title: title.value.trim(),
      description: description.value.trim(),
      visibility: visibility.querySelector("input:checked").value,
    }),
  };
}
