// The buckets and their objects.

import { bytes, element, field, heading, notice, read, select, table, button } from '../page.js';

export async function open(root, { argument, signal }) {
  root.append(heading('Files', 'What the buckets hold, by key.'));
  const buckets = await read('buckets', signal);
  if (buckets.length === 0) {
    notice(root, 'The templates have no bucket.');
    return;
  }

  const bucket = buckets.includes(argument) ? argument : buckets[0];
  const choice = select(
    buckets.map((name) => [name, name]),
    {
      onchange: () => {
        location.hash = `files/${encodeURIComponent(choice.value)}`;
      },
    },
  );
  choice.value = bucket;
  const prefix = element('input', { type: 'search', autocomplete: 'off', spellcheck: false, onchange: () => show([]) });
  const place = element('section', { className: 'card stack' });
  root.append(element('div', { className: 'tools' }, field('Bucket', choice), field('Keys that begin with', prefix)), place);

  async function show(before, from) {
    const query = new URLSearchParams({ prefix: prefix.value, ...(from ? { from } : {}) });
    const page = await read(`buckets/${encodeURIComponent(bucket)}/objects?${query}`, signal);
    const all = [...before, ...page.objects];
    place.replaceChildren(
      element('p', {
        role: 'status',
        className: 'soft',
        textContent: all.length === 0 ? 'There is no such object.' : `${all.length} objects${page.next ? ', and more' : ''}.`,
      }),
      all.length
        ? table(
            ['Key', ['Size', 'number'], ['Changed (UTC)', 'nowrap'], 'ETag'],
            all.map((one) => [
              element('code', { textContent: one.key }),
              bytes(one.size),
              one.modified.slice(0, 19).replace('T', ' '),
              element('code', { textContent: one.etag }),
            ]),
            'Objects',
          )
        : '',
      page.next ? button('More', () => show(all, page.next)) : '',
    );
  }

  await show([]);
}
