// The reports that no moderator has decided.

import { button, byId, element } from "./dom.js";
import { counted } from "./format.js";
import { guarded, showHeader } from "./header.js";
import { listReports } from "./moderation.js";
import { Pager } from "./pager.js";
import { reportCard } from "./report-card.js";
import { isModerator, session } from "./session.js";
import { signIn } from "./sign-in.js";

showHeader();

if (isModerator()) {
  const pager = new Pager(
    { list: byId("reports"), more: byId("more"), status: byId("status"), problem: byId("problem") },
    {
      load: listReports,
      card: (report) => element("li", {}, reportCard(report, (decided) => pager.remove(decided))),
      summary: (shown, more) => `${counted(shown, "report")} to decide${more ? ", there are more" : ""}.`,
      empty: () => element("p", { class: "empty" }, "There is nothing to decide."),
    },
  );
  pager.restart();
} else {
  byId("reports").replaceWith(element(
    "div", { class: "empty" },
    element("p", {}, session() ? "Only moderators see reports." : "Sign in as a moderator to see reports."),
    !session() && element("p", { class: "more" }, button("Sign in", guarded(signIn), { style: "button-main" })),
  ));
}
