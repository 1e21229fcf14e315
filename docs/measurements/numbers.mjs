// What the measurements beside this file make of many numbers.

/** The number in the middle; null of none. */
export function median(numbers) {
  return percentile(numbers, 0.5);
}

/** The number that a part of all numbers is not above; null of none. */
export function percentile(numbers, part) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length * part)] ?? null;
}
