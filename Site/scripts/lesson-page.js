// A lesson: what there is to read is in the page already; here its requests become something that one can try.

import { showHeader } from "./header.js";
import { LessonRequests } from "./lesson-requests.js";
import { tryOut } from "./lesson-try.js";
import { ServerTiming } from "./server-timing.js";

const { trace } = ServerTiming.ofPage();

showHeader();

// The console is a part of the local runner, which says where it is. On AWS these are words and no links.
for (const link of document.querySelectorAll("a[data-console]")) {
  if (trace) {
    link.href = new URL(link.dataset.console, trace);
  }
}

for (const code of document.querySelectorAll("code.language-http")) {
  const requests = new LessonRequests(code.textContent);
  code.parentElement.replaceWith(tryOut(requests, { isLocal: trace !== null }));
}
