// Spans and log lines of this run, asked in SQL.

import { button, element, field, heading, notice, select, send, table } from '../page.js';

const EXAMPLES = [
  [
    'What fails, and how often',
    'SELECT name, error, count(*) AS times FROM spans\nWHERE error IS NOT NULL GROUP BY name, error ORDER BY times DESC LIMIT 20',
  ],
  [
    'The slowest requests at the edge',
    "SELECT trace, name, duration / 1000.0 AS ms, tags ->> 'http.response.status_code' AS status FROM spans\nWHERE parent IS NULL AND kind = 'Server' ORDER BY duration DESC LIMIT 20",
  ],
  [
    'Where the time of a name goes',
    'SELECT name, count(*) AS times, round(avg(duration) / 1000.0, 2) AS average_ms, max(duration) / 1000.0 AS longest_ms FROM spans\nGROUP BY name ORDER BY sum(duration) DESC LIMIT 20',
  ],
  [
    'What functions got and returned',
    "SELECT trace, spans.name, request ->> 'body' AS event, response ->> 'body' AS returned FROM contents\nJOIN spans USING (trace) WHERE spans.id = contents.span AND spans.name LIKE 'Lambda invokes %' ORDER BY start DESC LIMIT 20",
  ],
  [
    'The newest lines of all logs',
    "SELECT datetime(time / 1e6, 'unixepoch') AS at, log_group, message FROM logs\nORDER BY time DESC LIMIT 50",
  ],
];

const TRACE = /^[0-9a-f]{32}$/;

const cell = (value) =>
  TRACE.test(value) ? element('a', { href: `#requests/${value}`, textContent: value }) : value === null ? '' : String(value);

export async function open(root) {
  const sql = element('textarea', { rows: 6, spellcheck: false, value: EXAMPLES[0][1] });
  const result = element('section', { className: 'card stack', 'aria-live': 'polite' });
  const example = select(
    EXAMPLES.map(([name], i) => [i, name]),
    {
      onchange: () => {
        sql.value = EXAMPLES[example.value][1];
      },
    },
  );
  const run = async () => {
    try {
      const { columns, rows, cut } = await send('query', { sql: sql.value });
      result.replaceChildren(
        element('h2', { textContent: `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}${cut ? ', and there are more' : ''}` }),
        rows.length ? table(columns, rows.map((row) => row.map(cell)), 'What the query found') : '',
      );
    } catch (problem) {
      notice(result, problem.message, true);
    }
  };
  sql.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      run();
    }
  });
  root.append(
    heading('Query', 'Every span and every line of a log of this run, in SQL. It only reads.'),
    element(
      'section',
      { className: 'card stack' },
      element('div', { className: 'tools' }, field('An example', example)),
      field('A SELECT of SQLite', sql),
      element('p', {
        className: 'soft',
        textContent:
          'spans: trace, id, parent, name, kind, start, duration, error, tags, events. contents: trace, span, request, '
          + 'response. logs: log_group, stream, time, message. '
          + 'Times are microseconds, tags, events, request and response are JSON: tags ->> \'http.route\'. Ctrl and Enter run it.',
      }),
      element('div', { className: 'buttons' }, button('Run the query', run, 'button button-main')),
    ),
    result,
  );
  await run();
}
