export default {
  title: "A lost update",
  question: "Where is the text that I saved, and the site said so?",
  changes: "Two tabs read version 1 of a term, and both save it. The second sends If-Match: *, over whatever is there.",
  line: ["Site/scripts/glossaries.js", 'const ifMatch = (item) => ({ "If-Match": `"${item.version}"` });'],
  mended: "The second tab names the version that it read.",
  look: "That there is nothing to see: the second PUT replaced what it had never read, and every step of it went well.",
  why: "Whoever saves says over which version. The table writes under the condition that it is still there, else the answer is 412, "
    + "and both texts are there to choose from. Without any If-Match the API refuses (428).",
  page: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItems.html#WorkingWithItems.ConditionalUpdate",

  prepare: (lexicon) => lexicon.glossary("Two tabs"),

  async ask(lexicon, glossary, isMended) {
    const term = await lexicon.term(glossary, "foam", "Bubbles.");
    const address = `/api/me/glossaries/${glossary.id}/terms/${term.id}`;
    const save = (definition, headers) =>
      lexicon.send("PUT", address, { as: "demo", headers, body: { term: "foam", definition } });
    const first = await save("Foam, says the first tab.", { "If-Match": '"1"' });
    const bare = await save("Foam, says nobody in particular.", {});
    const second = await save("Foam, says the second tab.", { "If-Match": isMended ? '"1"' : "*" });
    const left = (await lexicon.send("GET", address, { as: "demo" })).json.definition;
    return { first, bare, second, left, look: [`requests/${await lexicon.trace(second)}`] };
  },

  is: {
    broken: ({ first, bare, second, left }) =>
      first.status === 200 && bare.status === 428 && second.status === 200 && left.endsWith("the second tab."),
    mended: ({ first, bare, second, left }) =>
      first.status === 200 && bare.status === 428 && second.status === 412 && left.endsWith("the first tab."),
  },
};
