// The last lines of a log group, which follow while one looks.

import { element, field, follow, heading, read, select } from '../page.js';

const FAILED = /\b(error|fail(ed|ure)?|exception|timed out|denied)\b/i;

const line = ({ time, message }) =>
  element('li', { className: FAILED.test(message) ? 'bad' : '', textContent: `${time.slice(11, 23)}  ${message.trimEnd()}` });

/** A list that shows a group's newest lines until the signal ends it. */
export function logOf(group, signal) {
  const list = element('ol', { className: 'log', tabIndex: 0, 'aria-label': `The last lines of ${group}` });
  let last = '';
  follow(signal, 2000, async () => {
    const found = await read(`log?group=${encodeURIComponent(group)}`, signal);
    const now = JSON.stringify(found.at(-1) ?? null) + found.length;
    if (now !== last) {
      const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 8;
      list.replaceChildren(...(found.length ? found.map(line) : [element('li', { textContent: 'Nothing has been logged yet.' })]));
      list.scrollTop = atEnd || last === '' ? list.scrollHeight : list.scrollTop;
      last = now;
    }
  });
  return list;
}

export async function open(root, { argument, signal }) {
  const groups = await read('logs', signal);
  const group = groups.includes(argument) ? argument : groups[0];
  const choice = select(
    groups.map((name) => [name, name]),
    {
      onchange: () => {
        location.hash = `log/${encodeURIComponent(choice.value)}`;
      },
    },
  );
  choice.value = group;
  root.append(
    heading('Log', 'What functions and services write, as CloudWatch Logs keeps it. New lines appear as they come.'),
    element('div', { className: 'tools' }, field('Log group', choice)),
    group ? logOf(group, signal) : element('p', { className: 'soft', textContent: 'The templates have no log group.' }),
  );
}
