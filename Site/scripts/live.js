// Live updates of one glossary. The page works without them: a connection that fails is tried again, ever more rarely.

import { request } from "./api.js";
import { config } from "./config.js";
import { session } from "./session.js";

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;

/**
 * Follows a glossary for as long as the page is open.
 * @param {string} glossaryId The glossary.
 * @param {(event: {type: string, version?: number, termCount?: number, readers?: number, changes?: object[]}) => void} on
 *   What is told of it: "following", "readers", "changes", or "problem" where it cannot be followed.
 * @returns {() => void} Ends it.
 */
export function follow(glossaryId, on) {
  let wait = FIRST_WAIT;
  let ended = false;
  let socket = null;

  async function connect() {
    try {
      const { live } = await config();
      if (!live) {
        return;
      }

      const { data } = await request("POST", session() ? "/api/me/live/tickets" : "/api/live/tickets");
      socket = new WebSocket(`${live}?${new URLSearchParams({ ticket: data.ticket })}`);
      socket.addEventListener("open", ({ target }) => target.send(JSON.stringify({ action: "follow", glossaryId })));
      socket.addEventListener("message", ({ data: text }) => {
        const event = JSON.parse(text);
        if (event.glossaryId === glossaryId) {
          wait = FIRST_WAIT;
          on(event);
        } else if (event.type === "problem") {
          on(event);
        }
      });
      socket.addEventListener("close", again);
    } catch {
      again();
    }
  }

  // At a time of its own: all pages at once would be too many for what has just come back.
  function again() {
    if (ended) {
      return;
    }

    setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(LONGEST_WAIT, wait * 2);
  }

  connect();
  return () => {
    ended = true;
    socket?.close();
  };
}
