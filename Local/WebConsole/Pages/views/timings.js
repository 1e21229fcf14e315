// Init and duration of the last invocations, as a picture and as a table.

import { element, shape, table } from '../page.js';

const [WIDTH, HEIGHT, LEFT] = [600, 160, 48];

const milliseconds = (value) => (value === null ? '' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param {{ended: string, duration: number, init: number|null, memory: number, failure: string|null}[]} invocations oldest first */
export function timings(invocations) {
  if (invocations.length === 0) {
    return element('p', { className: 'soft', textContent: 'It has not been invoked since the runner started.' });
  }

  const warm = invocations.filter(({ init }) => init === null).map(({ duration }) => duration);
  const cold = invocations.filter(({ init }) => init !== null).map(({ init, duration }) => init + duration);
  const words = [
    warm.length ? `${warm.length} warm, half of them within ${milliseconds(middle(warm))}` : 'none warm',
    cold.length ? `${cold.length} cold, half of them within ${milliseconds(middle(cold))}` : 'none cold',
  ].join('; ');
  return element(
    'div',
    { className: 'stack' },
    element('p', { textContent: `${words}.` }),
    picture(invocations, words),
    element(
      'p',
      { className: 'soft legend' },
      element('span', { className: 'swatch swatch-init' }),
      'init ',
      element('span', { className: 'swatch swatch-run' }),
      'duration ',
      element('span', { className: 'swatch swatch-bad' }),
      'failed. The scale is logarithmic.',
    ),
    element(
      'details',
      {},
      element('summary', { textContent: 'As a table' }),
      table(
        ['Ended (UTC)', ['Init', 'number'], ['Duration', 'number'], ['Billed', 'number'], ['Memory', 'number'], 'Failure'],
        [...invocations]
          .reverse()
          .slice(0, 50)
          .map((one) => [
            one.ended.slice(11, 23),
            milliseconds(one.init),
            milliseconds(one.duration),
            `${one.billed} ms`,
            `${one.memory} MB`,
            one.failure ?? '',
          ]),
        'The last invocations',
      ),
    ),
  );
}

function picture(invocations, words) {
  const some = invocations.slice(-80);
  const most = Math.max(10, ...some.map(({ init, duration }) => (init ?? 0) + duration));
  const scale = (value) => (Math.log10(1 + value) / Math.log10(1 + most)) * (HEIGHT - 20);
  const svg = shape('svg', {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    role: 'img',
    'aria-label': `Durations: ${words}`,
    class: 'timings',
  });
  for (let line = 1; line <= most; line *= 10) {
    const y = HEIGHT - scale(line);
    svg.append(
      shape('line', { x1: LEFT, x2: WIDTH, y1: y, y2: y, class: 'grid-line' }),
      shape('text', { x: LEFT - 6, y: y + 4, 'text-anchor': 'end' }, line < 1000 ? `${line} ms` : `${line / 1000} s`),
    );
  }

  const step = Math.min(24, (WIDTH - LEFT) / some.length);
  some.forEach(({ init, duration, failure }, i) => {
    const [x, width] = [LEFT + i * step, Math.max(1.5, step - 2)];
    const [whole, start] = [scale((init ?? 0) + duration), scale(init ?? 0)];
    svg.append(shape('rect', { x, width, y: HEIGHT - whole, height: whole - start, class: failure ? 'bar-bad' : 'bar-run' }));
    if (init !== null) {
      svg.append(shape('rect', { x, width, y: HEIGHT - start, height: start, class: 'bar-init' }));
    }
  });
  return svg;
}
