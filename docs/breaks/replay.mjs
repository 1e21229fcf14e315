import { randomUUID } from "node:crypto";

export default {
  title: "A replayed request",
  question: "Why is it there twice, when I sent it once?",
  changes: "A browser that got no answer sends a creation again, without an Idempotency-Key.",
  line: ["Site/scripts/glossaries.js", 'request("POST", at(MINE, glossaryId, "terms"), {'],
  mended: "Both requests have the same Idempotency-Key.",
  look: "The step dynamodb of the second POST: a creation like the first one. Once it is mended, the card says that the table refused it "
    + "and that it was answered 201 all the same.",
  why: "Nobody can tell from a lost answer whether the request was done. With a key the answer is kept beside what was created, in one "
    + "transaction; the second request gets the first one's answer and creates nothing.",
  page: "https://docs.aws.amazon.com/wellarchitected/latest/framework/rel_prevent_interaction_failure_idempotent.html",

  prepare: () => ({}),

  async ask(lexicon, _, isMended) {
    const glossary = await lexicon.glossary("Sent twice");
    const address = `/api/me/glossaries/${glossary.id}/terms`;
    const request = {
      as: "demo",
      headers: isMended ? { "Idempotency-Key": randomUUID() } : {},
      body: { term: "echo", definition: "What comes back." },
    };
    const answers = [await lexicon.send("POST", address, request), await lexicon.send("POST", address, request)];
    const { items } = (await lexicon.send("GET", address, { as: "demo" })).json;
    return { answers, items, look: [`requests/${await lexicon.trace(answers[1])}`] };
  },

  is: {
    broken: ({ answers: [first, second], items }) =>
      first.status === 201 && second.status === 201 && first.json.id !== second.json.id && items.length === 2,
    mended: ({ answers: [first, second], items }) =>
      first.status === 201 && second.status === 201 && first.json.id === second.json.id && items.length === 1,
  },
};
