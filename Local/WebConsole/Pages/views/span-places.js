// Where else what a span is about can be seen: its queue, its topic, its table.

import { element } from '../page.js';

const last = (arn) => arn.slice(arn.lastIndexOf(':') + 1);

export const queueLink = (arn, words) =>
  element('a', { href: `#messages/${encodeURIComponent(last(arn))}`, textContent: words ?? `The messages of ${last(arn)}` });

const tableLink = (name) => element('a', { href: `#table/${encodeURIComponent(name)}`, textContent: `The items of ${name}` });

const PLACES = [
  [/^arn:aws:sqs:/, (arn) => queueLink(arn)],
  [/^arn:aws:sns:/, (arn) => element('a', { href: '#messages', textContent: `Who gets what is published to ${last(arn)}` })],
  [/^arn:aws:dynamodb:[^/]*:table\//, (arn) => tableLink(arn.split('/')[1])],
];

/** @returns {HTMLElement[]} a link for each place that a span names */
export function placesOf({ tags, events = [] }) {
  const arns = [
    ...Object.values(tags),
    ...events.map((event) => event.tags.resource),
  ].filter((value) => typeof value === 'string');
  const links = arns.flatMap((arn) => {
    const [, link] = PLACES.find(([pattern]) => pattern.test(arn)) ?? [];
    return link && !arn.includes('*') ? [link(arn)] : [];
  });
  return [...new Map(links.map((link) => [link.textContent, link])).values()];
}
