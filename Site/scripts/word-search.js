// A search by words over a list of the API, which lists and does not search: it reads on, some pages at a time, until enough is found.

const LARGEST_PAGE = 100;
const SEARCHED_AT_ONCE = 5;

/** The words of what somebody typed, whatever their case. */
export function wordsOf(text) {
  return text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether some texts have all the words, each of them anywhere. */
export function haveAll(words, ...texts) {
  const all = texts.filter(Boolean).join(" ").toLocaleLowerCase();
  return words.every((word) => all.includes(word));
}

/**
 * A page of what fits; it may be short, or empty, while there is more to search.
 * @param {object} options
 * @param {(page: {limit: number, cursor?: string, signal: AbortSignal}) => Promise<{items: object[], nextCursor?: string}>} options.list
 * @param {(item: object) => boolean} options.fits
 * @param {number} options.enough How many are enough for a page.
 * @param {string} [options.cursor] Where to read on.
 * @param {AbortSignal} options.signal
 */
export async function search({ list, fits, enough, cursor, signal }) {
  const found = [];
  let next = cursor;
  for (let page = 0; page < SEARCHED_AT_ONCE && found.length < enough; page += 1) {
    const answer = await list({ limit: LARGEST_PAGE, cursor: next, signal });
    found.push(...answer.items.filter(fits));
    next = answer.nextCursor;
    if (!next) {
      break;
    }
  }

  return { items: found, nextCursor: next };
}
