// The dialog in which an owner gives a term an image, another one, or none.

import { openDialog } from "./dialog.js";
import { button, element, newId } from "./dom.js";
import { removeImage } from "./glossaries.js";
import { uploadImage } from "./image-upload.js";
import { IMAGE_BYTES } from "./limits.js";
import { showFailure } from "./notice.js";

const TYPES = ["image/jpeg", "image/png", "image/webp"];

/**
 * @param {object} term
 * @param {(now: object) => void} saved Gets the term as it is then.
 */
export function editImage(term, saved) {
  const gone = new AbortController();
  const id = newId("image");
  const input = element("input", { type: "file", id, accept: TYPES.join(",") });
  const preview = element("img", { class: "image-preview", alt: "", hidden: !term.image, src: term.image?.url });
  const progress = element("progress", { max: 1, value: 0, hidden: true, "aria-label": "Uploaded" });
  const status = element("p", { role: "status" });
  const problem = element("div");
  const upload = button("Upload", send, { style: "button-main", disabled: true });
  const remove = term.image && button("Remove the image", take, { style: "button-bad" });
  const dialog = openDialog(
    `Image of “${term.term}”`,
    element("label", { for: id }, "A JPEG, PNG or WebP of up to 5 MB"), input, preview, progress, status, problem,
    element("div", { class: "buttons buttons-end" }, remove, button("Cancel", () => dialog.close()), upload));
  let shown = null;
  dialog.addEventListener("close", () => {
    gone.abort(new DOMException("The dialog was closed.", "AbortError"));
    URL.revokeObjectURL(shown);
  });
  input.addEventListener("change", choose);

  function choose() {
    const [file] = input.files;
    URL.revokeObjectURL(shown);
    shown = file ? URL.createObjectURL(file) : null;
    const wrong = file && wrongWith(file);
    status.textContent = wrong ?? "";
    preview.hidden = !file || Boolean(wrong);
    preview.src = shown ?? "";
    upload.disabled = !file || Boolean(wrong);
  }

  async function send() {
    busy(true);
    status.textContent = "Uploading …";
    try {
      const now = await uploadImage(term, input.files[0], {
        signal: gone.signal,
        progress(share) {
          progress.value = share;
          status.textContent = share < 1 ? "Uploading …" : "Checking …";
        },
      });
      if (now.imageRefused) {
        busy(false);
        status.textContent = "This file is not an image that can be shown. Choose another one.";
        saved(now);
        term = now;
      } else {
        saved(now);
        dialog.close();
      }
    } catch (failure) {
      failed(failure);
    }
  }

  async function take() {
    busy(true);
    try {
      saved(await removeImage(term));
      dialog.close();
    } catch (failure) {
      failed(failure);
    }
  }

  function busy(is) {
    [input, upload, remove].forEach((control) => control && (control.disabled = is));
    progress.hidden = !is;
    problem.replaceChildren();
  }

  function failed(failure) {
    if (failure.name !== "AbortError") {
      busy(false);
      status.textContent = "";
      showFailure(problem, failure);
    }
  }
}

function wrongWith(file) {
  if (!TYPES.includes(file.type)) {
    return "This is not a JPEG, PNG or WebP file.";
  }

  return file.size > IMAGE_BYTES ? "This file is larger than 5 MB." : null;
}
