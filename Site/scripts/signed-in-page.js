// Receives the authorization code, trades it for tokens and goes where the reader wanted to be.

import { button, byId } from "./dom.js";
import { showHeader } from "./header.js";
import { showFailure } from "./notice.js";
import { finishSignIn, signIn } from "./sign-in.js";

const parameters = new URLSearchParams(location.search);

// The code is worth something until it is redeemed, so it leaves the address and the history at once.
history.replaceState(null, "", location.pathname);

try {
  const returnTo = await finishSignIn(parameters);
  location.replace(returnTo.startsWith("/") && !returnTo.startsWith("//") ? returnTo : "/");
} catch (failure) {
  showHeader();
  byId("status").textContent = "You are not signed in.";
  showFailure(byId("problem"), failure);
  byId("problem").append(button("Sign in again", () => signIn().catch((next) => showFailure(byId("problem"), next)), { style: "button-main" }));
}
