// The dialog in which anyone reports a term of a public glossary.

import { atMost } from "./checks.js";
import { element } from "./dom.js";
import { field } from "./fields.js";
import { reportTerm } from "./glossaries.js";
import { REMARK } from "./limits.js";
import { ask } from "./question-dialog.js";
import { REASONS } from "./reasons.js";
import { toast } from "./toast.js";

/** @param {object} term */
export function openReport(term) {
  const reason = element("select", {}, ...Object.entries(REASONS).map(([value, words]) => element("option", { value }, words)));
  const remark = element("textarea", { rows: 3 });
  ask({
    heading: `Report “${term.term}”`,
    content: [
      element("p", {}, "A moderator reads it. You need not sign in, and nobody is told who you are."),
      field("reason", "What is wrong?", reason),
      field("remark", "What should a moderator know?", remark, { hint: "Optional.", check: atMost(REMARK) }),
    ],
    label: "Report it",
    send: async () => {
      await reportTerm(term, { reason: reason.value, remark: remark.value.trim() || undefined });
      toast(`Reported “${term.term}”. A moderator will look at it.`);
    },
  });
}
