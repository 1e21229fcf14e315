// What was typed and not saved, because a sign-in ran out or the browser closed the form: kept in this tab until it is opened again.

const PREFIX = "lexicon.draft.";

export function keepDraft(name, values) {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(values));
}

/** The draft, once. */
export function takeDraft(name) {
  const text = sessionStorage.getItem(PREFIX + name);
  sessionStorage.removeItem(PREFIX + name);
  return text ? JSON.parse(text) : null;
}

/** Whether a draft waits. */
export function hasDraft(name) {
  return sessionStorage.getItem(PREFIX + name) !== null;
}
