// Live updates of one glossary. The page works without them: a connection that fails is tried again, ever more rarely.

import { request } from "./api.js";
import { config } from "./config.js";
import { session } from "./session.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

// Whoever asks to follow is answered by then, or asks again on another connection: API Gateway waits for the functions that connect
// and that follow half a minute each.
const PATIENCE = 60_000;

// API Gateway closes a connection on which nothing is said for ten minutes:
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html.
const LONGEST_SILENCE = 600_000;

/**
 * Follows a glossary for as long as the page is open.
 * @param {string} glossaryId The glossary.
 * @param {(event: {type: string, readers?: number, changes?: object[]}) => void} on
 *   What is told of it: "connected" before anything else of a connection, "following", "readers", "changes", or "problem" where it
 *   cannot be followed.
 * @returns {() => void} Ends it.
 */
export function follow(glossaryId, on) {
  let wait = FIRST_WAIT;
  let ended = false;
  let socket = null;
  let heard = 0;
  let timer = null;

  async function connect() {
    try {
      const { live } = await config();
      if (!live) {
        return;
      }

      const { data } = await request("POST", session() ? "/api/me/live/tickets" : "/api/live/tickets");
      if (!ended) {
        open(new WebSocket(`${live}?${new URLSearchParams({ ticket: data.ticket })}`));
      }
    } catch {
      again();
    }
  }

  function open(opened) {
    socket = opened;
    heard = Date.now();
    timer = setTimeout(() => lose(opened), PATIENCE);
    opened.addEventListener("open", () => {
      if (opened === socket) {
        on({ type: "connected" });
        opened.send(JSON.stringify({ action: "follow", glossaryId }));
      }
    });
    opened.addEventListener("message", ({ data }) => {
      if (opened === socket) {
        heard = Date.now();
        hear(JSON.parse(data), opened);
      }
    });
    opened.addEventListener("close", () => lose(opened));
  }

  function hear(event, opened) {
    if (event.glossaryId === glossaryId) {
      if (event.type === "following") {
        clearTimeout(timer);
        wait = FIRST_WAIT;
      }

      on(event);
      return;
    }

    // What failed may be that nobody is told here; API Gateway's own errors have no type, but a message.
    if (event.type === "problem" || event.message) {
      on({ type: "problem" });
      lose(opened);
    }
  }

  /** Gives a connection up, whether or not it itself knows that it is over, which may take minutes. */
  function lose(lost) {
    if (lost === socket) {
      socket = null;
      clearTimeout(timer);
      lost.close();
      again();
    }
  }

  // At a time of its own: all pages at once would be too many for what has just come back.
  function again() {
    if (ended) {
      return;
    }

    timer = setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }

  // A computer that slept, or a tab that was frozen, may have missed that its connection ended.
  function lookAgain() {
    if (document.visibilityState === "visible" && socket && Date.now() - heard > LONGEST_SILENCE) {
      lose(socket);
    }
  }

  document.addEventListener("visibilitychange", lookAgain);
  connect();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", lookAgain);
    socket?.close();
  };
}
