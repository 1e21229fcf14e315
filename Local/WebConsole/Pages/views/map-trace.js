// Which ways of the map a trace has taken.

/** The place that a span is about; null where it is about none. */
function placeOf(nodes, span) {
  const { tags } = span;
  const named =
    tags['aws.cloudfront.distribution'] ??
    tags['aws.apigateway.api_id'] ??
    tags['faas.invoked_name']?.split(':')[0] ??
    /^Lambda starts (.+)/.exec(span.name)?.[1];
  return nodes.find(({ ref }) => named && ref === named) ?? null;
}

const byArn = (nodes, arn) =>
  nodes
    .filter(
      (node) => !node.detail && node.arn && (arn === node.arn || arn.startsWith(`${node.arn}/`) || arn.startsWith(`${node.arn}:`)),
    )
    .sort((a, b) => b.arn.length - a.arn.length)[0] ?? null;

/** @returns {string[][]} pairs of ids: from, to */
export function pairsOf({ nodes }, spans) {
  const by = new Map(spans.map((span) => [span.id, span]));
  const above = (span) => {
    for (let parent = by.get(span.parent); parent; parent = by.get(parent.parent)) {
      const place = placeOf(nodes, parent);
      if (place) {
        return place;
      }
    }

    return null;
  };
  const pairs = [];
  const add = (from, to) => from && to && from !== to && pairs.push([from.id, to.id]);
  for (const span of spans) {
    const place = placeOf(nodes, span);
    if (place) {
      add(above(span), place);
      if (!by.has(span.parent)) {
        pairs.push([place.id, place.id]);
      }
    }

    for (const { tags } of (span.events ?? []).filter(({ name }) => name.startsWith('IAM'))) {
      add(place ?? above(span), byArn(nodes, tags.resource));
    }
  }

  return pairs;
}
