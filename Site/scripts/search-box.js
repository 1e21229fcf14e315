// A search field that asks after a short pause, and at once on Enter.

const PAUSE = 250;

export function onSearch(input, act) {
  let timer = null;
  let last = input.value;
  const ask = () => {
    clearTimeout(timer);
    const text = input.value.trim();
    if (text !== last) {
      last = text;
      act(text);
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener("change", ask);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      ask();
    }
  });
}
