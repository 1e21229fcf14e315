// The reports that no moderator has decided; with `?list=hidden` those by which a term is hidden.

import { button, byId, element } from "./dom.js";
import { counted } from "./format.js";
import { guarded, showHeader } from "./header.js";
import { listHidingReports, listReports } from "./moderation.js";
import { Pager } from "./pager.js";
import { reportCard } from "./report-card.js";
import { isModerator, session } from "./session.js";
import { signIn } from "./sign-in.js";

const hidden = new URLSearchParams(location.search).get("list") === "hidden";
const shown = hidden
  ? { load: listHidingReports, of: "that hides a term", many: "that hide a term", none: "No term is hidden." }
  : { load: listReports, of: "to decide", many: "to decide", none: "There is nothing to decide." };

showHeader();

if (isModerator()) {
  byId("lists").append(link("To decide", "/moderation.html", !hidden), link("Hidden terms", "/moderation.html?list=hidden", hidden));
  const pager = new Pager(
    { list: byId("reports"), more: byId("more"), status: byId("status"), problem: byId("problem") },
    {
      load: shown.load,
      card: (report) => element("li", {}, reportCard(report, (decided) => pager.remove(decided))),
      summary: (count, more) => `${counted(count, "report")} ${count === 1 ? shown.of : shown.many}${more ? ", there are more" : ""}.`,
      empty: () => element("p", { class: "empty" }, shown.none),
    },
  );
  pager.restart();
} else {
  byId("lists").parentElement.remove();
  byId("reports").replaceWith(element(
    "div", { class: "empty" },
    element("p", {}, session() ? "Only moderators see reports." : "Sign in as a moderator to see reports."),
    !session() && element("p", { class: "more" }, button("Sign in", guarded(signIn), { style: "button-main" })),
  ));
}

function link(text, href, isHere) {
  return element("li", {}, element("a", { href, ...(isHere && { "aria-current": "page" }) }, text));
}
