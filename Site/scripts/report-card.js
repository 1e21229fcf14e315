// A report with the term that it is about, and what a moderator can do.

import { needed } from "./checks.js";
import { button, element } from "./dom.js";
import { field } from "./fields.js";
import { day } from "./format.js";
import { DECISION_REASON } from "./limits.js";
import { decideReport } from "./moderation.js";
import { ask } from "./question-dialog.js";
import { REASONS } from "./reasons.js";
import { termCard } from "./term-card.js";
import { toast } from "./toast.js";

/**
 * @param {object} report
 * @param {(report: object) => void} decided Called when nothing is left to decide of it.
 */
export function reportCard(report, decided) {
  const name = report.term?.term ?? "a term that is gone";
  return element(
    "div", { class: "report" },
    element(
      "p", { class: "meta" },
      element("strong", {}, REASONS[report.reason] ?? report.reason),
      element("span", {}, "reported ", day(report.reportedAt))),
    report.remark && element("p", { class: "definition" }, `“${report.remark}”`),
    report.term ? termCard(report.term, { level: "h2" }) : element("p", { class: "hint" }, "The term is gone."),
    element(
      "div", { class: "buttons" },
      report.term && !report.term.hidden && button("Hide", () => openDecision(report, name, "hide", decided), {
        style: "button-bad", "aria-label": `Hide ${name}`,
      }),
      button("Dismiss", () => openDecision(report, name, "dismiss", decided), { "aria-label": `Dismiss the report of ${name}` })),
  );
}

function openDecision(report, name, decision, decided) {
  const hides = decision === "hide";
  const reason = element("textarea", { rows: 3, required: true });
  ask({
    heading: hides ? `Hide “${name}”?` : "Dismiss the report?",
    content: [
      element("p", {}, hides
        ? "Nobody will see the term any more but its owner, who reads your reason."
        : "The term stays as it is. Your reason is kept with the report."),
      field("reason", "Why?", reason, { check: needed("Give a reason.", DECISION_REASON) }),
    ],
    label: hides ? "Hide it" : "Dismiss it",
    style: hides ? "button-bad" : "button-main",
    send: async () => {
      try {
        await decideReport(report, decision, reason.value.trim());
        toast(hides ? `“${name}” is hidden.` : "The report is dismissed.");
      } catch (failure) {
        if (failure.status !== 409) {
          throw failure;
        }

        toast("Somebody else has decided it already.");
      }

      decided(report);
    },
  });
}
