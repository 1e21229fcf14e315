// Uploads the image of a term: to S3 itself, by a form that the API signs; then waits until it was checked.

import { getTerm, requestImageUpload } from "./glossaries.js";
import { Offline, Problem } from "./problem.js";

const LONGEST_CHECK = 30_000;
const FIRST_LOOK = 500;

/**
 * Uploads a file and returns the term as it is when the file was checked: with the image, or with `imageRefused`.
 * @param {object} term The term as it was read.
 * @param {File} file
 * @param {{progress: (share: number) => void, signal: AbortSignal}} options
 */
export async function uploadImage(term, file, { progress, signal }) {
  const form = await requestImageUpload(term, file.type, { signal });
  await post(form, file, progress, signal);
  return checked(term, signal);
}

// XMLHttpRequest, since fetch does not say how much was sent.
function post(form, file, progress, signal) {
  return new Promise((resolve, reject) => {
    const data = new FormData();
    form.fields.forEach(({ name, value }) => data.append(name, value));
    data.append("file", file);

    const sent = new XMLHttpRequest();
    sent.open("POST", form.url);
    sent.upload.addEventListener("progress", (event) => progress(event.lengthComputable ? event.loaded / event.total : 0));
    sent.addEventListener("load", () => (sent.status < 300 ? resolve() : reject(new Problem(sent.status, {}, null))));
    sent.addEventListener("error", () => reject(new Offline()));
    sent.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => sent.abort());
    if (signal.aborted) {
      reject(signal.reason);
    } else {
      sent.send(data);
    }
  });
}

async function checked(term, signal) {
  const end = Date.now() + LONGEST_CHECK;
  for (let wait = FIRST_LOOK; Date.now() < end; wait *= 1.5) {
    await pause(wait, signal);
    const now = await getTerm(true, term.glossaryId, term.id, { signal });
    if (now.version > term.version) {
      return now;
    }
  }

  return term;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
