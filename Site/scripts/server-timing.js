// How a response came about, as CloudFront says in Server-Timing:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html#server-timing-header

import { webAddress } from "./dom.js";

/** What the header says, or what the browser read of it: metrics with a name, a duration and a description. */
export class ServerTiming {
  constructor(metrics) {
    this.metrics = new Map(metrics.map((metric) => [metric.name, metric]));
  }

  /** That of this very page. */
  static ofPage() {
    return new ServerTiming(navigation()?.serverTiming ?? []);
  }

  /** That of a response. */
  static of(response) {
    const header = response.headers.get("Server-Timing") ?? "";
    return new ServerTiming([...header.matchAll(/([\w-]+)((?:;\w+=(?:"[^"]*"|[^;,]*))*)/g)].map(([, name, parameters]) => ({
      name,
      duration: Number(/;dur=([\d.]+)/.exec(parameters)?.[1] ?? 0),
      description: /;desc="?([^";]*)/.exec(parameters)?.[1] ?? "",
    })));
  }

  has(name) {
    return this.metrics.has(name);
  }

  text(name) {
    return this.metrics.get(name)?.description ?? "";
  }

  milliseconds(name) {
    return this.metrics.get(name)?.duration ?? null;
  }

  /** Where the local runner shows the request, each step of it; null on AWS, which has no such place. */
  get trace() {
    return webAddress(this.text("lexicon-trace"));
  }
}

/** How the browser came by this page; absent where it does not say. */
export function navigation() {
  return performance.getEntriesByType("navigation")[0];
}
