// What a form checks before it is sent, so that a reader is told beside the field and at once. The API checks it all again.

import { webAddress } from "./dom.js";
import { REFERENCE_TITLE, REFERENCE_URL, TAG, TAGS } from "./limits.js";

const number = new Intl.NumberFormat("en");

/** A text of this many characters at most; what is wrong with it, or nothing. */
export const atMost = (most) => (text) => (text.length > most
  ? `Shorten it to ${number.format(most)} characters: it has ${number.format(text.length)}.`
  : "");

/** The same, and it must be there. */
export const needed = (missing, most) => (text) => (text ? atMost(most)(text) : missing);

/** The tags of a line. */
export function tagsOf(line) {
  return [...new Set(line.split(",").map((tag) => tag.trim()).filter(Boolean))];
}

export function checkTags(line) {
  const tags = tagsOf(line);
  if (tags.length > TAGS) {
    return `A term has at most ${TAGS} tags: these are ${tags.length}.`;
  }

  const long = tags.find((tag) => tag.length > TAG);
  return long ? `A tag has at most ${TAG} characters: “${long}” has ${long.length}.` : "";
}

/** A reference without a title is called by its address, if that is short enough. */
export function checkReferenceTitle(title, url) {
  return title || url.length <= REFERENCE_TITLE
    ? atMost(REFERENCE_TITLE)(title)
    : "Give it a title: its address is too long to be one.";
}

export function checkReferenceUrl(title, url) {
  if (!url) {
    return title ? "Give its address, or remove the reference." : "";
  }

  const address = webAddress(url);
  if (!address || new URL(address).username || new URL(address).password) {
    return "Give a whole address that begins with https:// or http://.";
  }

  return atMost(REFERENCE_URL)(url.length > address.length ? url : address);
}
