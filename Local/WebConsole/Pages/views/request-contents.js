// What came and what went back: headers and bodies at the edge and at the API, events and what functions returned.

import { bytes, element, facts, listing } from '../page.js';
import { isAsking } from './asked-items.js';

const INVOKES = /^Lambda invokes /;
const HIDDEN = '***';

// What a client or a proxy adds by itself, each time anew.
const OF_THE_WAY = /^(host|connection|content-length|transfer-encoding|accept-encoding|via|x-forwarded-|x-amz-cf-|x-amzn-|cloudfront-|sec-)/i;

const titleOf = ({ name, tags }) =>
  INVOKES.test(name)
    ? ['Its event', `What ${name.replace(INVOKES, '').split(':')[0]} got and returned`, 'What it returned']
    : tags['aws.service'] === 'CloudFront'
      ? ['What the viewer sent', 'Headers and bodies at the edge', 'What the viewer got']
      : ['What API Gateway got', 'Headers and bodies at the API', 'What API Gateway sent'];

/** @returns {HTMLElement[]} one fold for each span of which something is kept, in the order of the spans */
export function contentsOf(spans, contents) {
  const by = new Map(contents.map((content) => [content.span, content]));
  const kept = spans.filter((span) => by.has(span.id) && !isAsking(span));
  return kept.length === 0
    ? [
        element('p', {
          className: 'soft',
          textContent: 'Its headers and bodies are not kept: only the newest are, and not all of more than 50 requests a second.',
        }),
      ]
    : kept.map((span) => fold(span, by.get(span.id)));
}

function fold(span, { request, response }) {
  const [came, title, went] = titleOf(span);
  return element(
    'details',
    {},
    element('summary', { textContent: title }),
    element(
      'div',
      { className: 'cards' },
      passage(came, request, title),
      response
        ? passage(went, response, title)
        : element('p', { className: 'soft', textContent: 'Nothing was returned, or nobody waited for it.' }),
    ),
  );
}

const passage = (title, { headers, body, bytes: length, cut }, where) =>
  element(
    'section',
    { className: 'stack' },
    element('h3', { textContent: title }),
    Object.keys(headers).length
      ? element('details', { open: true }, element('summary', { textContent: 'Headers' }), facts(Object.entries(headers)))
      : null,
    body === undefined
      ? element('p', { className: 'soft', textContent: length ? `A body of ${bytes(length)} that is not text.` : 'No body.' })
      : element(
          'details',
          { open: true },
          element('summary', {
            textContent: cut ? `Body, cut: the first 16 KB of ${bytes(length)}` : `Body, ${bytes(length)}`,
          }),
          listing(`${title}, ${where}`, pretty(body)),
        ),
  );

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** What of a request that is kept can be sent again. @returns {{headers: string, body: string}} */
export function againOf(span, contents) {
  const { headers = {}, body = '', cut } = contents.find((content) => content.span === span.id)?.request ?? {};
  return {
    headers: Object.entries(headers)
      .filter(([name, value]) => !OF_THE_WAY.test(name) && !value.includes(HIDDEN))
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n'),
    body: cut || body.includes(HIDDEN) ? '' : body,
  };
}
