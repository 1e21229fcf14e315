// The operations of the API, by name.

import { request } from "./api.js";

const PUBLIC = "/api/glossaries";
const MINE = "/api/me/glossaries";
const STUDY = "/api/me/study";

const base = (mine) => (mine ? MINE : PUBLIC);
const at = (...parts) => parts.map((part, i) => (i === 0 ? part : encodeURIComponent(part))).join("/");
const ifMatch = (item) => ({ "If-Match": `"${item.version}"` });

function query(parameters) {
  const used = Object.entries(parameters).filter(([, value]) => value);
  return used.length > 0 ? `?${new URLSearchParams(used)}` : "";
}

async function data(answer) {
  return (await answer).data;
}

/** A page of glossaries, public ones or the reader's own: `{items, nextCursor?}`. */
export function listGlossaries(mine, { cursor, limit, signal } = {}) {
  return data(request("GET", base(mine) + query({ limit, cursor }), { signal }));
}

/** `fresh`, here and of a list: a word of one's own, by which no cache has an answer from before it was first said. */
export function getGlossary(mine, id, { fresh, signal } = {}) {
  return data(request("GET", at(base(mine), id) + query({ fresh }), { signal }));
}

/** A page of terms by name: `{items, nextCursor?}`. */
export function listTerms(mine, glossaryId, { prefix, tag, cursor, limit, fresh, signal } = {}) {
  return data(request("GET", at(base(mine), glossaryId, "terms") + query({ prefix, tag, limit, cursor, fresh }), { signal }));
}

/** One term, of a public glossary or of the reader's own. */
export function getTerm(mine, glossaryId, termId, { signal } = {}) {
  return data(request("GET", at(base(mine), glossaryId, "terms", termId), { signal }));
}

/** Tells the moderators what is wrong with a term of a public glossary: `{requestId}`. */
export function reportTerm({ glossaryId, id }, report) {
  return data(request("POST", at(PUBLIC, glossaryId, "terms", id, "reports"), { body: report }));
}

/** Creates; the key makes a repetition the same creation. */
export function createGlossary(glossary, key) {
  return data(request("POST", MINE, { body: glossary, headers: { "Idempotency-Key": key } }));
}

/** Saves over the version that was read. */
export function updateGlossary(read, glossary) {
  return data(request("PUT", at(MINE, read.id), { body: glossary, headers: ifMatch(read) }));
}

export function deleteGlossary(read) {
  return data(request("DELETE", at(MINE, read.id), { headers: ifMatch(read) }));
}

export function createTerm(glossaryId, term, key) {
  return data(request("POST", at(MINE, glossaryId, "terms"), { body: term, headers: { "Idempotency-Key": key } }));
}

export function updateTerm(read, term) {
  return data(request("PUT", at(MINE, read.glossaryId, "terms", read.id), { body: term, headers: ifMatch(read) }));
}

export function deleteTerm(read) {
  return data(request("DELETE", at(MINE, read.glossaryId, "terms", read.id), { headers: ifMatch(read) }));
}

/** What is to be studied now, of one glossary or of all that the reader has begun: `{items: [{term, review?}]}`. */
export function listDueTerms(glossaryId) {
  return data(request("GET", STUDY + query({ glossaryId })));
}

/** Records how well a term was known; the key makes a repetition the same review. */
export function recordReview({ key, glossaryId, termId, quality }) {
  return data(request("POST", at(STUDY, "reviews"), { body: { glossaryId, termId, quality }, headers: { "Idempotency-Key": key } }));
}

/** A form with which an image can be uploaded: `{url, fields, expiresAt}`. */
export function requestImageUpload(read, contentType, { signal } = {}) {
  return data(request("POST", at(MINE, read.glossaryId, "terms", read.id, "image-uploads"), { body: { contentType }, signal }));
}

export function removeImage(read) {
  return data(request("DELETE", at(MINE, read.glossaryId, "terms", read.id, "image"), { headers: ifMatch(read) }));
}
