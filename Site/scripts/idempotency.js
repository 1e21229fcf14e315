// One key for one intention: the same while the same thing is tried again, another as soon as it is another thing.

/** @returns {(body: unknown) => string} The key for a body. */
export function keys() {
  let last = null;
  let key = null;
  return (body) => {
    const text = JSON.stringify(body);
    if (text !== last) {
      last = text;
      key = crypto.randomUUID();
    }

    return key;
  };
}
