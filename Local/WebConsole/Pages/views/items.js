// Items of DynamoDB as people read them.

/** A value without its type. */
const plain = (value) => {
  const [[type, inner]] = Object.entries(value);
  return type === 'M'
    ? plainItem(inner)
    : type === 'L'
      ? inner.map(plain)
      : type === 'N'
        ? Number(inner)
        : type === 'NULL'
          ? null
          : inner;
};

export const plainItem = (item) => Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

const TYPE = /^_?_?(entity|type|kind|entitytype|__typename|_type|_et|et)$/i;
const PREFIX = /^([A-Za-z_-]+)[#:|/]/;

/** What an item is, by what it says of itself: an attribute for it, else the prefixes of its keys. */
export function entityOf(item, keys) {
  const said = Object.entries(item).find(([name, value]) => TYPE.test(name) && value.S);
  if (said) {
    return said[1].S;
  }

  const parts = keys
    .map((key) => item[key]?.S ?? '')
    .map((value) => PREFIX.exec(value)?.[1] ?? (/^[A-Z_]+$/.test(value) ? value : ''));
  return [...new Set(parts.filter(Boolean))].join(' / ') || 'Item';
}
