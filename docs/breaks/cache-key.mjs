export default {
  title: "A cache key without what the answer depends on",
  question: "Why does a reader get another reader's answer?",
  changes: "The cache policy of public answers has no query in its key.",
  line: ["Infra/Site/Caches.cs", "QueryStringBehavior = CacheQueryStringBehavior.All(),"],
  look: "What the card says of the edge: a hit, how old it is, and its key, in which there is nothing of the query. No origin was asked.",
  why: "Two requests with one key get one answer. What an answer depends on is part of the key; what it does not depend on is not, or "
    + "there are fewer hits.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html",

  break: (resource) => resource("EdgeCachesAnswers", "AWS::CloudFront::CachePolicy", ({ CachePolicyConfig }) => {
    CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin.QueryStringsConfig.QueryStringBehavior = "none";
  }),

  async prepare(lexicon) {
    const glossary = await lexicon.glossary("At the sea");
    await lexicon.term(glossary, "tide", "The water comes and goes.");
    await lexicon.term(glossary, "wave", "The wind has been here.");
    return glossary;
  },

  async ask(lexicon, { id }) {
    const [tide, wave] = [
      await lexicon.send("GET", `/api/glossaries/${id}/terms?prefix=tide`),
      await lexicon.send("GET", `/api/glossaries/${id}/terms?prefix=wave`),
    ];
    const found = [tide, wave].map(({ json }) => json.items.map(({ term }) => term).join());
    return { found, look: [`requests/${await lexicon.trace(wave)}`] };
  },

  is: {
    broken: ({ found }) => found.join(" and ") === "tide and tide",
    mended: ({ found }) => found.join(" and ") === "tide and wave",
  },
};
