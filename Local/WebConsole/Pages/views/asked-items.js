// What the calls of a request ask DynamoDB for: by which key condition, and which entities of the table's model that can find.

import { element, read, worded } from '../page.js';
import { entitiesAt } from './table-model.js';

/** Whether a span is a call of DynamoDB, whose content says what it asks for. */
export const isAsking = ({ tags }) => tags['rpc.service'] === 'dynamodb';

const modelOf = (table) => read(`tables/${encodeURIComponent(table)}/model`).catch(() => []);

/** What each call asks for, as lists by the ids of spans. @returns {Promise<Map<string, () => HTMLElement>>} */
export async function asksOf(spans, contents) {
  const calls = new Set(spans.filter(isAsking).map(({ id }) => id));
  const kept = contents
    .filter(({ span, request }) => calls.has(span) && request.body)
    .map(({ span, request }) => [span, JSON.parse(request.body)]);
  const tables = [...new Set(kept.flatMap(([, { asks }]) => asks.map(({ table }) => table)))];
  const models = new Map(await Promise.all(tables.map(async (table) => [table, await modelOf(table)])));
  return new Map(kept.map(([span, asked]) => [span, () => list(asked, models)]));
}

const code = (textContent) => element('code', { textContent });

// Batches ask for many of a kind: the first ones say it.
const SHOWN = 6;

function list({ asks, more = 0 }, models) {
  const left = asks.length - SHOWN + more;
  return element(
    'ul',
    { className: 'plain' },
    asks.slice(0, SHOWN).map((ask) => element('li', {}, ...lineOf(ask, models.get(ask.table)))),
    left > 0 ? element('li', { className: 'soft', textContent: `and ${left} more` }) : null,
  );
}

function lineOf({ operation, table, index, key, parts, condition }, model) {
  const found = entitiesAt(model, index, parts);
  return [
    `${operation} `,
    code(key.replaceAll('\u001f', '␟')),
    index ? ` in the index ${index}` : ` in ${table}`,
    ...(condition ? [', if ', code(condition)] : []),
    found.length
      ? element(
          'span',
          { className: 'soft' },
          found.length === 1 ? `, of the entity ${found[0].Name}: ` : ', of the entities ',
          ...(found.length === 1 ? worded(found[0].Purpose ?? '') : [found.map(({ Name }) => Name).join(', ')]),
        )
      : '',
  ];
}

/** All calls of a request together. @returns {HTMLElement[]} */
export const asksTogether = (spans, asks) =>
  asks.size === 0
    ? []
    : [
        element(
          'details',
          {},
          element('summary', { textContent: 'What it asked DynamoDB for: keys and conditions' }),
          spans.filter(({ id }) => asks.has(id)).map(({ id }) => asks.get(id)()),
        ),
      ];
