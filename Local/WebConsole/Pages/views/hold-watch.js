// What is held, followed for as long as a view shows it or a request waits: while somebody asks, nothing is released by itself.

import { read } from '../page.js';

const PAUSE = 1500;

const listeners = new Set();
let state = null;
let isAsking = false;
let wake = () => {};

const isWaiting = () => Boolean(state) && (Boolean(state.wanted) || state.held.length > 0 || state.following);

const later = (milliseconds) =>
  new Promise((done) => {
    wake = done;
    setTimeout(done, milliseconds);
  });

/** Calls with what is held, now and each time that it is different, until the signal ends it. */
export function watchHolds(signal, listener) {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  if (state) {
    listener(state);
  }

  ask();
}

/** Asks at once: something was held just now, or is to be. */
export const askNow = () => wake();

// While a request is held or to be, each question is answered when something is different: a tab in the background, whose timers are slow,
// asks as well. Before that a look now and then does, which leaves no request open: a browser that waits for the page to be still ends.
async function ask() {
  if (isAsking) {
    return;
  }

  isAsking = true;
  while (listeners.size > 0 || isWaiting()) {
    try {
      if (!document.hidden || isWaiting()) {
        await step();
      }

      if (!isWaiting()) {
        await later(PAUSE);
      }
    } catch {
      // The runner is gone, and with it all that it held.
      state = null;
      await later(2000);
    }
  }

  isAsking = false;
}

async function step() {
  const answer = isWaiting() ? await read(`holds/watch?after=${state.version}`) : await read('holds');
  const isNew = answer.version !== state?.version;
  state = answer;
  if (isNew) {
    listeners.forEach((listener) => listener(state));
  }
}
