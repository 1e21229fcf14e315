// In which order terms are listed, and which of them belong to a list: as the API does it, case and runs of white space set aside.

const sortText = (text) => text.replace(/\s+/g, " ").toLowerCase();

/** Tells whether another term is listed after this one. */
export function standsAfter(term) {
  const name = sortText(term.term.trim());
  return (other) => {
    const its = sortText(other.term.trim());
    return its === name ? other.id > term.id : its > name;
  };
}

/** Whether a term has a tag. */
export function hasTag(term, tag) {
  return (term.tags ?? []).some((one) => sortText(one.trim()) === sortText(tag.trim()));
}
