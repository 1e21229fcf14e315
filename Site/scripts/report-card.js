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

// What each decision is asked and answered with; `name` is the term's.
const DECISIONS = {
  hide: {
    heading: (name) => `Hide “${name}”?`,
    meaning: "Nobody will see the term any more but its owner, who reads your reason.",
    label: "Hide it",
    style: "button-bad",
    done: (name) => `“${name}” is hidden.`,
  },
  dismiss: {
    heading: () => "Dismiss the report?",
    meaning: "The term stays as it is. Your reason is kept with the report.",
    label: "Dismiss it",
    style: "button-main",
    done: () => "The report is dismissed.",
  },
  show: {
    heading: (name) => `Show “${name}” again?`,
    meaning: "Everybody who sees the glossary will see the term again. Your reason is kept with the report.",
    label: "Show it",
    style: "button-main",
    done: (name) => `“${name}” is shown again.`,
  },
};

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
      element("span", {}, "reported ", day(report.reportedAt)),
      report.decision && element("span", {}, "hidden ", day(report.decision.decidedAt))),
    report.remark && element("p", { class: "definition" }, `“${report.remark}”`),
    report.term ? termCard(report.term, { level: "h2" }) : element("p", { class: "hint" }, "The term is gone."),
    element("div", { class: "buttons" }, ...choices(report, name, decided)),
  );
}

function choices(report, name, decided) {
  const choice = (decision, text, label, style) =>
    button(text, () => openDecision(report, name, decision, decided), { style, "aria-label": label });
  if (report.decision) {
    return [report.term
      ? choice("show", "Show again", `Show again ${name}`)
      : choice("show", "Forget", `Forget the report of ${name}`)];
  }

  return [
    report.term && !report.term.hidden && choice("hide", "Hide", `Hide ${name}`, "button-bad"),
    choice("dismiss", "Dismiss", `Dismiss the report of ${name}`),
  ];
}

function openDecision(report, name, decision, decided) {
  const { heading, meaning, label, style, done } = DECISIONS[decision];
  const reason = element("textarea", { rows: 3, required: true });
  ask({
    heading: heading(name),
    content: [
      element("p", {}, meaning),
      field("reason", "Why?", reason, { check: needed("Give a reason.", DECISION_REASON) }),
    ],
    label,
    style,
    send: async () => {
      try {
        await decideReport(report, decision, reason.value.trim());
        toast(done(name));
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
