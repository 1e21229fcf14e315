// What was typed and not saved, because a sign-in ran out, the page was left or the browser closed the form: kept in this tab until
// the form is opened again.

const PREFIX = "lexicon.draft.";

export function keepDraft(name, values) {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(values));
}

/** The draft, once. */
export function takeDraft(name) {
  const text = sessionStorage.getItem(PREFIX + name);
  dropDraft(name);
  return text ? JSON.parse(text) : null;
}

export function dropDraft(name) {
  sessionStorage.removeItem(PREFIX + name);
}

/** Whether a draft waits. */
export function hasDraft(name) {
  return sessionStorage.getItem(PREFIX + name) !== null;
}
