const FUNCTION = "Lexicon-dev-Api-ListTerms";

// Another configuration is another version, none of whose environments is there yet: as after every deployment.
const deployed = (resource) =>
  resource("ListTermsFunction", "AWS::Lambda::Function", (properties) => (properties.Environment.Variables.DEPLOYED = `${Date.now()}`));

export default {
  title: "A cold start",
  question: "Why does the first request after a deployment take so long?",
  changes: "ListTerms is deployed anew, so that no execution environment of it is there.",
  line: ["Infra/Api/Operation.cs", "Live = Function.AddAlias(LiveAlias);"],
  mended: "Deployed anew once more, with new AliasOptions { ProvisionedConcurrentExecutions = 1 } beside LiveAlias: one environment is "
    + "ready before the first request, for which AWS charges by the hour.",
  look: "What the card says: cold. In its way it is the step Lambda starts ListTerms, the init phase, which the next request lacks.",
  why: "A request needs an environment that is idle. Where there is none, Lambda makes one: it starts the runtime and the code before "
    + "the handler is called. It stays for the next request, a while. (What the handler does for the first time still takes longer.)",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",

  break: deployed,

  mend(resource) {
    deployed(resource);
    resource("ListTermsFunctionAliaslive", "AWS::Lambda::Alias", (properties) => {
      properties.ProvisionedConcurrencyConfig = { ProvisionedConcurrentExecutions: 1 };
    });
  },

  prepare: (lexicon) => lexicon.glossary("From the cold"),

  async ask(lexicon, { id }, isMended) {
    if (isMended) {
      // A deployment with CloudFormation waits for it, too.
      await lexicon.until(async () => (await lexicon.ask("functions")).find(({ name }) => name === FUNCTION).environments.some(
        ({ state, invocations }) => invocations === 0 && (state === "warm" || state === "frozen")));
    }

    const traces = [];
    const answers = [];
    for (const limit of [1, 2]) {
      const answer = await lexicon.send("GET", `/api/glossaries/${id}/terms?limit=${limit}`);
      answers.push(answer);
      traces.push(await lexicon.trace(answer));
    }

    const inits = await Promise.all(traces.map(async (trace) => (
      await lexicon.spans(trace, ({ name }) => name.startsWith("Lambda invokes "))).filter(
      ({ name }) => name.startsWith("Lambda starts ")).length));
    return { answers, inits, look: [`requests/${traces[0]}`] };
  },

  is: {
    broken: ({ answers, inits }) => answers.every(({ status }) => status === 200) && inits.join() === "1,0",
    mended: ({ answers, inits }) => answers.every(({ status }) => status === 200) && inits.join() === "0,0",
  },
};
