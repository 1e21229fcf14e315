// What all pages have: the bar on top, which says where the reader is, and who, and the line at the foot.

import { dialogInFront } from "./dialog.js";
import { button, byId, element } from "./dom.js";
import { showHowItCame } from "./how-it-came.js";
import { showFailure } from "./notice.js";
import { isModerator, onChangeElsewhere, session } from "./session.js";
import { signIn, signOut } from "./sign-in.js";
import { toast } from "./toast.js";

/** Fills both; every page calls it once. */
export function showHeader() {
  showHowItCame();
  if (isModerator()) {
    byId("nav").append(element("li", {}, element("a", { href: "/moderation.html" }, "Moderation")));
  }

  for (const link of byId("nav").querySelectorAll("a")) {
    if (link.pathname === location.pathname || (link.pathname === "/" && location.pathname === "/index.html")) {
      link.setAttribute("aria-current", "page");
    }
  }

  const account = byId("account");
  const current = session();
  if (current) {
    const name = current.claims.email ?? current.claims["cognito:username"];
    account.replaceChildren(
      element("span", { class: "account-name", title: name }, name),
      button("Sign out", guarded(signOut), { style: "button-small" }),
    );
  } else {
    account.replaceChildren(button("Sign in", guarded(signIn), { style: "button-main button-small" }));
  }

  // Another reader, another page; but nothing that is being typed goes with it.
  onChangeElsewhere((signedIn) => {
    if (dialogInFront()) {
      toast(signedIn ? "You signed in in another tab." : "You signed out in another tab.");
    } else {
      location.reload();
    }
  });
  window.addEventListener("offline", () => toast("You are offline. What you see may be old."));
  window.addEventListener("online", () => toast("You are online again."));
}

/** An action whose failure is shown on the page. */
export function guarded(act) {
  return () => act().catch((failure) => showFailure(byId("problem"), failure));
}
