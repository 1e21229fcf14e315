// What is drawn of the map: of three functions of a stack or more one place, unless each is asked for.

const FOLDS = 3;

/** @returns {{nodes: object[], edges: {from: string, to: string, labels: string[], kind: string}[], groupOf: Map<string, string>}} */
export function fold({ nodes, edges }, detailed) {
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const shown = nodes.filter((node) => (detailed ? true : !node.detail && (connected.has(node.id) || node.service !== 'SNS')));
  const groupOf = new Map();
  const drawn = [];
  const kinds = Object.groupBy(shown, ({ stack, type }) => `${stack}|${type}`);
  for (const [kind, some] of Object.entries(kinds)) {
    if (detailed || some.length < FOLDS || some[0].service !== 'Lambda') {
      drawn.push(...some);
    } else {
      const [stack] = kind.split('|');
      const id = `group:${kind}`;
      some.forEach((node) => groupOf.set(node.id, id));
      drawn.push({ id, service: some[0].service, name: `${stack.split('-').at(-1)}: ${some.length} functions`, members: some });
    }
  }

  const ids = new Set(drawn.map(({ id }) => id));
  const ways = new Map();
  for (const { from, to, kind, label } of edges) {
    const [a, b] = [groupOf.get(from) ?? from, groupOf.get(to) ?? to];
    if (a !== b && ids.has(a) && ids.has(b)) {
      const way = ways.get(`${a} ${b}`) ?? { from: a, to: b, kind, labels: [] };
      way.labels.push(label);
      ways.set(`${a} ${b}`, way);
    }
  }

  return { nodes: drawn, edges: [...ways.values()], groupOf };
}
