// The items of a table by the entities that its template declares: what is declared, beside what is stored.

import { element, table, worded } from '../page.js';

// What stands for the unit separator in a declared key.
const SEPARATOR = '␟';

/** A key's pattern as an expression: each part in angle brackets is any text. */
const matcher = (pattern) =>
  new RegExp(
    `^${pattern
      .replaceAll(SEPARATOR, '\u001f')
      .split(/<[^<>]+>/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('(.+?)')}$`,
    's',
  );

/** Finds the declared entity of an item by its key in the table; null where there is none. */
export function finderOf(model, [hash, range]) {
  const shapes = model.flatMap((entity) =>
    entity.Keys.filter(({ Index }) => Index === undefined).map(({ Partition, Sort }) => [
      entity,
      matcher(Partition),
      matcher(Sort ?? ''),
    ]),
  );
  return (item) =>
    shapes.find(
      ([, partition, sort]) => partition.test(item[hash]?.S ?? '') && (range === undefined || sort.test(item[range]?.S ?? '')),
    )?.[0] ?? null;
}

/** The declared entities that a request for some keys can find. @param {{attribute, comparison, values: string[]}[]} parts */
export function entitiesAt(model, index, [partition, sort]) {
  const isWithin = (pattern) => {
    if (!sort || pattern === undefined) {
      return true;
    }

    const [value] = sort.values;
    const begin = pattern.replaceAll(SEPARATOR, '\u001f').split('<')[0];
    return sort.comparison === '='
      ? matcher(pattern).test(value)
      : !['begins_with', 'BETWEEN'].includes(sort.comparison) || begin.startsWith(value) || value.startsWith(begin);
  };
  return model.filter(({ Keys }) =>
    Keys.some(
      ({ Index, Partition, Sort }) => Index === index && partition && matcher(Partition).test(partition.values[0]) && isWithin(Sort),
    ),
  );
}

/** What an item has that is not declared, and what it lacks, in words. @returns {string[]} */
export function differences(entity, item, keys) {
  const declared = new Map(entity.Attributes.map((one) => [one.Name, one]));
  const type = (value) => Object.keys(value)[0];
  return [
    ...entity.Attributes.filter(({ Name, Required }) => Required && item[Name] === undefined).map(({ Name }) => `${Name} is missing`),
    ...Object.entries(item)
      .filter(([name, value]) => declared.has(name) && declared.get(name).Type !== type(value))
      .map(([name, value]) => `${name} is ${type(value)}, and not ${declared.get(name).Type}`),
    ...Object.keys(item)
      .filter((name) => declared.size > 0 && !declared.has(name) && !keys.includes(name))
      .map((name) => `${name} is not declared`),
  ];
}

const code = (textContent) => element('code', { textContent });

/** What is declared of an entity. */
export const declaration = ({ Name, Keys, Attributes }) =>
  element(
    'div',
    { className: 'stack' },
    element('h3', { textContent: 'As declared' }),
    table(
      ['Key of', 'Partition key', 'Sort key'],
      Keys.map(({ Index, Partition, Sort, While }) => [
        Index ? `${Index}${While ? `, ${While}` : ''}` : 'the table',
        code(Partition),
        code(Sort ?? ''),
      ]),
      `Keys of ${Name}`,
    ),
    Attributes.length
      ? table(
          ['Attribute', 'Type', 'What it is'],
          Attributes.map(({ Name: name, Type, Required, Rule }) => [
            code(name),
            Type,
            element('span', {}, worded(Required ? Rule : `${Rule} (not required)`)),
          ]),
          `Attributes of ${Name}`,
        )
      : element('p', { className: 'soft', textContent: 'Its key says all: no attribute is declared.' }),
  );
