// Every resource of the templates by its logical id: for whoever looks for one.

import { element, field, heading, read, table } from '../page.js';

export async function open(root, { argument, signal }) {
  const { resources } = await read('state', signal);
  const found = element('div', { className: 'stack' });
  const filter = element('input', { type: 'search', autocomplete: 'off', value: argument, oninput: show });
  const count = element('p', { className: 'soft', role: 'status' });

  function show() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const matching = resources.filter(({ id, type, stack, ref }) =>
      words.every((word) => `${id} ${type} ${stack} ${ref}`.toLowerCase().includes(word)),
    );
    count.textContent = matching.length
      ? `${matching.length} of ${resources.length} resources.`
      : `None of ${resources.length} resources has that in its name, type or stack.`;
    found.replaceChildren(
      ...Object.entries(Object.groupBy(matching, ({ stack }) => stack)).map(([stack, some]) =>
        element(
          'details',
          { className: 'card', open: words.length > 0 && matching.length <= 60 },
          element('summary', { textContent: `${stack}: ${some.length}` }),
          table(
            ['Resource', 'Type', 'Becomes here'],
            some.map(({ id, type, becomes }) => [id, type, becomes]),
            `Resources of ${stack}`,
          ),
        ),
      ),
    );
  }

  root.append(
    heading('Resources', 'Everything that the templates declare, by logical id, and what each becomes on this machine.'),
    element('div', { className: 'tools' }, field('Filter by id, type or stack', filter)),
    count,
    found,
  );
  show();
}
