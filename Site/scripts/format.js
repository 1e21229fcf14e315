// Numbers and times for readers.

import { element } from "./dom.js";

const days = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** "1 term", "2 terms"; the plural is given where it is no mere "s". */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}

/** A time as a day, exact for machines. */
export function day(text) {
  const time = new Date(text);
  return element("time", { datetime: text, title: time.toLocaleString() }, Number.isNaN(time.getTime()) ? text : days.format(time));
}
