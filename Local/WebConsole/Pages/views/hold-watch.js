// What is held, followed for as long as a view shows it or a request waits: while somebody asks, nothing is released by itself.

import { read } from '../page.js';

const listeners = new Set();
let state = null;
let isAsking = false;

/** Calls with what is held, now and each time that it is different, until the signal ends it. */
export function watchHolds(signal, listener) {
  listeners.add(listener);
  signal.addEventListener('abort', () => listeners.delete(listener));
  if (state) {
    listener(state);
  }

  ask();
}

// Each question is answered when something is different: a tab in the background, whose timers are slow, asks as well.
async function ask() {
  if (isAsking) {
    return;
  }

  isAsking = true;
  while (listeners.size > 0 || state?.wanted || state?.held.length) {
    try {
      const answer = await read(`holds/watch?after=${state?.version ?? -1}`);
      const isNew = answer.version !== state?.version;
      state = answer;
      if (isNew) {
        listeners.forEach((listener) => listener(state));
      }
    } catch {
      // The runner is gone, and with it all that it held.
      state = null;
      await new Promise((done) => {
        setTimeout(done, 2000);
      });
    }
  }

  isAsking = false;
}
