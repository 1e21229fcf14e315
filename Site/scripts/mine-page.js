// The reader's own glossaries.

import { button, byId, element } from "./dom.js";
import { hasDraft } from "./drafts.js";
import { counted } from "./format.js";
import { glossaryAddress, glossaryCard } from "./glossary-card.js";
import { editGlossary } from "./glossary-form.js";
import { listGlossaries } from "./glossaries.js";
import { guarded, showHeader } from "./header.js";
import { Pager } from "./pager.js";
import { session } from "./session.js";
import { signIn } from "./sign-in.js";

showHeader();

if (session()) {
  const create = () => editGlossary(null, (saved) => location.assign(glossaryAddress(saved, true)));
  const pager = new Pager(
    { list: byId("glossaries"), more: byId("more"), status: byId("status"), problem: byId("problem") },
    {
      load: (options) => listGlossaries(true, options),
      card: (glossary) => glossaryCard(glossary, true),
      summary: (shown, more) => `${counted(shown, "glossary", "glossaries")} of yours${more ? ", there are more" : ""}.`,
      empty: () => element(
        "div", { class: "empty" },
        element("p", {}, "You have no glossary yet."),
        element("p", { class: "more" }, button("Write the first one", create, { style: "button-main" })),
      ),
    },
  );
  byId("tools").append(button("New glossary", create, { style: "button-main" }));
  pager.restart();
  if (hasDraft("glossary")) {
    create();
  }
} else {
  byId("glossaries").replaceWith(element(
    "div", { class: "empty" },
    element("p", {}, "Sign in to see your glossaries and to write new ones."),
    element("p", { class: "more" }, button("Sign in", guarded(signIn), { style: "button-main" })),
  ));
}
