// The line at the foot of each page: how this page came to its reader.

import { element } from "./dom.js";
import { navigation, ServerTiming } from "./server-timing.js";

// What Resource Timing says of a page that the browser had and the server confirmed: https://www.w3.org/TR/resource-timing/.
const CONFIRMED = 300;

/** Writes it; where the browser does not know, it leads to the lesson alone. */
export function showHowItCame() {
  const timing = ServerTiming.ofPage();
  const words = timing.has("cdn-pop") ? [`How this page came to you: ${sentence(timing, navigation())} `] : [];
  const links = [
    timing.trace && element("a", { href: timing.trace }, "See each step"),
    element("a", { href: "/lesson-cdn.html" }, "How does a CDN work?"),
  ].filter(Boolean);
  document.querySelector(".foot").append(
    element("p", { id: "how-it-came" }, ...words, ...links.flatMap((link, index) => (index > 0 ? [" · ", link] : [link]))),
  );
}

function sentence(timing, { transferSize }) {
  if (transferSize === 0) {
    return "your browser had it and asked nobody.";
  }

  const came = from(timing);
  return transferSize === CONFIRMED ? `your browser had it and asked whether it is still good. The answer came ${came}` : came;
}

function from(timing) {
  const place = `the edge location ${timing.text("cdn-pop")}`;
  const all = milliseconds(timing, "cdn-downstream-fbl");
  const origin = milliseconds(timing, "cdn-upstream-fbl");
  if (timing.has("cdn-cache-hit")) {
    return timing.text("cdn-hit-layer") === "EDGE"
      ? `from the cache of ${place}, ${all}. The bucket that holds the pages was not asked.`
      : `from a regional cache, by way of ${place}, ${all}. The bucket that holds the pages was not asked.`;
  }

  if (timing.has("cdn-cache-refresh")) {
    return `from the cache of ${place}. Its copy had expired, and the bucket that holds the pages confirmed it ${origin}.`;
  }

  return timing.has("cdn-cache-miss")
    ? `from the bucket that holds the pages, ${origin}, because the cache of ${place} did not have it.`
    : `a function of ${place} wrote it, ${all}. No page has this address.`;
}

function milliseconds(timing, name) {
  const value = Math.round(timing.milliseconds(name) ?? 0);
  return value === 0 ? "in less than a millisecond" : `in ${value} ms`;
}
