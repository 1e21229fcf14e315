// The tables: what is stored, by entity; queries by key with what they cost; the stream as it passes.

import { button, element, field, follow, heading, listing, notice, read, select, send, table, worded } from '../page.js';
import { entityOf, plainItem } from './items.js';
import { declaration, differences, finderOf } from './table-model.js';

const OPERATORS = [
  ['', 'any'],
  ['=', '='],
  ['begins_with', 'begins with'],
  ['between', 'between'],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
];

const keyOf = (schema, role) => schema.find(({ KeyType }) => KeyType === role)?.AttributeName;

const indexesOf = (about) => [
  { IndexName: '', KeySchema: about.KeySchema },
  ...(about.GlobalSecondaryIndexes ?? []),
  ...(about.LocalSecondaryIndexes ?? []),
];

const cost = ({ count, scanned, capacity }) =>
  `${count} items returned, ${scanned} read, ${capacity?.CapacityUnits ?? 0} capacity units consumed.`;

export async function open(root, { argument, signal }) {
  root.append(heading('Table', 'What is stored, as it is stored. Each query costs what a function’s query would.'));
  const tables = await read('tables', signal);
  if (tables.length === 0) {
    notice(root, 'The templates have no table.');
    return;
  }

  const about = tables.find(({ TableName }) => TableName === argument) ?? tables[0];
  about.model = await read(`tables/${encodeURIComponent(about.TableName)}/model`, signal);
  const choice = select(
    tables.map(({ TableName }) => [TableName, TableName]),
    {
      onchange: () => {
        location.hash = `table/${encodeURIComponent(choice.value)}`;
      },
    },
  );
  choice.value = about.TableName;
  const result = element('section', { className: 'card stack' });
  const stream = element('section', { className: 'card stack' });
  const query = form(about, result);
  root.append(
    element('div', { className: 'tools' }, tables.length > 1 ? field('Table', choice) : null),
    element('div', { className: 'split' }, element('div', { className: 'stack' }, keys(about), query.card, stream), result),
  );
  await browse(about, result, query);
  if (about.LatestStreamArn) {
    showStream(about, stream, signal);
  } else {
    stream.append(
      element('h2', { textContent: 'Stream' }),
      element('p', { className: 'soft', textContent: 'This table has none.' }),
    );
  }
}

function keys(about) {
  return element(
    'section',
    { className: 'card stack' },
    element('h2', { textContent: 'Keys' }),
    element('p', { className: 'soft', textContent: `About ${about.ItemCount} items in ${about.TableName}.` }),
    table(
      ['Table or index', 'Partition key', 'Sort key', 'Holds'],
      indexesOf(about).map((one) => [
        one.IndexName || 'The table',
        keyOf(one.KeySchema, 'HASH'),
        keyOf(one.KeySchema, 'RANGE') ?? '',
        one.Projection ? one.Projection.ProjectionType.toLowerCase().replace('_', ' ') : 'all',
      ]),
      'Keys',
    ),
  );
}

const code = (name) => element('code', { textContent: name });

function form(about, result) {
  const indexes = indexesOf(about);
  const index = select(indexes.map(({ IndexName }) => [IndexName, IndexName || 'The table']));
  const partition = element('input', { autocomplete: 'off', spellcheck: false });
  const operator = select(OPERATORS);
  const [sort, until] = [
    element('input', { autocomplete: 'off', spellcheck: false }),
    element('input', { autocomplete: 'off', spellcheck: false }),
  ];
  const backward = element('input', { type: 'checkbox' });
  const names = element('p', { className: 'soft' });
  const untilField = field('and', until);
  const change = () => {
    const { KeySchema } = indexes.find(({ IndexName }) => IndexName === index.value);
    const range = keyOf(KeySchema, 'RANGE');
    names.replaceChildren(
      'Partition key ',
      code(keyOf(KeySchema, 'HASH')),
      range ? ', sort key ' : ', no sort key',
      range ? code(range) : '',
    );
    sort.disabled = !range || operator.value === '';
    operator.disabled = !range;
    untilField.hidden = operator.value !== 'between';
  };
  const run = async (from) => {
    const wanted = {
      index: index.value,
      partition: partition.value,
      operator: operator.disabled ? '' : operator.value,
      sort: sort.value,
      until: until.value,
      backward: backward.checked,
      limit: 50,
      ...(from ? { from } : {}),
    };
    try {
      const page = await send(`tables/${encodeURIComponent(about.TableName)}/query`, wanted);
      result.replaceChildren(
        element('h2', { textContent: 'Query' }),
        listing('Key condition', `${page.condition}\n${JSON.stringify({ ...page.names, ...plainItem(page.values) }, null, 2)}`),
        element('p', { textContent: cost(page), role: 'status' }),
        collections(about, page.items, query.ask),
        element(
          'div',
          { className: 'buttons' },
          page.next ? button('Next page', () => run(page.next)) : '',
          button('All items', () => browse(about, result, query)),
        ),
      );
    } catch (problem) {
      notice(result, problem.message, true);
    }
  };
  index.addEventListener('change', change);
  operator.addEventListener('change', change);
  change();
  const card = element(
    'section',
    { className: 'card stack' },
    element('h2', { textContent: 'Query by key' }),
    names,
    element(
      'form',
      {
        className: 'stack',
        onsubmit: (event) => {
          event.preventDefault();
          run();
        },
      },
      element('div', { className: 'tools' }, field('Table or index', index), field('Partition key is', partition)),
      element('div', { className: 'tools' }, field('Sort key', operator), field('Value', sort), untilField),
      element('label', { className: 'field-line' }, backward, 'The last first'),
      element(
        'div',
        { className: 'buttons' },
        element('button', { type: 'submit', className: 'button button-main', textContent: 'Run the query' }),
      ),
    ),
  );
  const query = {
    card,
    ask: (value) => {
      [index.value, partition.value, operator.value] = ['', value, ''];
      change();
      run();
    },
  };
  return query;
}

async function browse(about, result, query, from, pages = 1) {
  try {
    const page = await send(`tables/${encodeURIComponent(about.TableName)}/scan`, { limit: 200, ...(from ? { from } : {}) });
    result.replaceChildren(
      element('h2', { textContent: 'What is stored' }),
      element('p', { role: 'status', textContent: `Page ${pages}, a scan, which no function may do: ${cost(page)}` }),
      collections(about, page.items, query.ask, true),
      element(
        'div',
        { className: 'buttons' },
        page.next ? button('Next page', () => browse(about, result, query, page.next, pages + 1)) : '',
      ),
    );
  } catch (problem) {
    notice(result, problem.message, true);
  }
}

/**
 * Items by entity: of one that is declared, what is declared beside what is stored; each partition leads to its collection. Of all items
 * also those entities that have none.
 */
function collections(about, items, ask, isOfAll = false) {
  const keys = [keyOf(about.KeySchema, 'HASH'), keyOf(about.KeySchema, 'RANGE')].filter(Boolean);
  if (items.length === 0 && !(isOfAll && about.model.length)) {
    return element('p', { className: 'soft', textContent: 'There is no item.' });
  }

  const find = finderOf(about.model, keys);
  const groups = Map.groupBy(items, (item) => find(item) ?? entityOf(item, keys));
  const declared = about.model.filter((entity) => isOfAll || groups.has(entity)).map((entity) => [entity, groups.get(entity) ?? []]);
  const others = [...groups].filter(([entity]) => typeof entity === 'string').sort();
  return element(
    'div',
    { className: 'stack' },
    about.model.length && others.length
      ? element('p', { className: 'notice notice-bad', textContent: 'Some items are of no entity that the template declares.' })
      : null,
    [...others, ...declared].map(([entity, some]) =>
      entity.Name === undefined
        ? fold(entity, null, some, items.length, list(about, keys, some, null, ask))
        : fold(
            entity.Name,
            entity.Purpose,
            some,
            items.length,
            element(
              'div',
              { className: 'cards' },
              declaration(entity),
              element(
                'div',
                { className: 'stack' },
                element('h3', { textContent: 'As stored' }),
                some.length
                  ? list(about, keys, some, entity, ask)
                  : element('p', { className: 'soft', textContent: 'None of these items.' }),
              ),
            ),
          ),
    ),
  );
}

const fold = (name, purpose, some, all, ...inside) =>
  element(
    'details',
    { open: all <= 30 && some.length > 0 },
    element(
      'summary',
      {},
      element('strong', { textContent: name }),
      ` ${some.length}`,
      purpose ? element('span', { className: 'soft' }, ' ', worded(purpose)) : null,
    ),
    inside,
  );

function list(about, keys, some, entity, ask) {
  const known = indexesOf(about).flatMap(({ KeySchema }) => KeySchema.map(({ AttributeName }) => AttributeName));
  return element(
    'ul',
    { className: 'plain' },
    some.map((item) => {
      const shown = plainItem(item);
      const wrong = entity ? differences(entity, item, known) : [];
      return element(
        'li',
        {},
        element(
          'details',
          {},
          element(
            'summary',
            {},
            element('code', {
              textContent: keys
                .map((key) => shown[key])
                .filter((part) => part !== undefined)
                .join('  ')
                .replaceAll('\u001f', '␟'),
            }),
            wrong.length ? element('span', { className: 'badge badge-bad', textContent: 'not as declared' }) : null,
          ),
          wrong.length ? element('p', { className: 'bad', textContent: `${wrong.join('; ')}.` }) : null,
          listing('The item', JSON.stringify(shown, null, 2)),
          button('Its item collection', () => ask(String(shown[keys[0]]))),
        ),
      );
    }),
  );
}

function showStream(about, place, signal) {
  const list = element('ul', { className: 'plain' });
  place.append(
    element('h2', { textContent: 'Stream' }),
    element('p', { className: 'soft', textContent: 'What is written, as it passes. The newest first.' }),
    list,
  );
  let next = null;
  follow(signal, 2000, async () => {
    const answer = await send(`tables/${encodeURIComponent(about.TableName)}/stream`, next ? { from: next } : {});
    const isFirst = next === null;
    next = answer.next;
    const added = answer.records
      .reverse()
      .slice(0, isFirst ? 20 : 100)
      .map(({ eventName, dynamodb }) =>
        element(
          'li',
          {},
          element(
            'details',
            {},
            element(
              'summary',
              {},
              element('span', { className: 'badge', textContent: eventName }),
              ' ',
              element('code', { textContent: Object.values(plainItem(dynamodb.Keys)).join('  ') }),
            ),
            listing(
              'The record',
              JSON.stringify(
                {
                  ...(dynamodb.OldImage ? { before: plainItem(dynamodb.OldImage) } : {}),
                  ...(dynamodb.NewImage ? { after: plainItem(dynamodb.NewImage) } : {}),
                },
                null,
                2,
              ),
            ),
          ),
        ),
      );
    list.prepend(...added);
    while (list.children.length > 100) {
      list.lastChild.remove();
    }

    if (list.children.length === 0) {
      list.append(element('li', { className: 'soft', textContent: 'Nothing has been written yet.' }));
    }
  });
}
