export default {
  title: "A grant taken away",
  question: "Why may a function not do what its code does?",
  changes: "The role of GetGlossary has lost its statement for dynamodb:GetItem.",
  line: ["Infra/Permissions.cs", "[nameof(GetGlossary)] = [On([Glossary], Get)],"],
  look: "The red box: who may not do what, and the statement that is missing.",
  why: "A role may do what a statement of its policies allows, and nothing else: no code is asked.",
  page: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",

  break: (resource) => resource("GetGlossaryRole", "AWS::IAM::Role", ({ Policies: [{ PolicyDocument }] }) => {
    PolicyDocument.Statement = PolicyDocument.Statement.filter(({ Action }) => Action !== "dynamodb:GetItem");
  }),

  prepare: (lexicon) => lexicon.glossary("Behind a grant"),

  async ask(lexicon, { id }) {
    const answer = await lexicon.send("GET", `/api/glossaries/${id}`);
    const trace = await lexicon.trace(answer);
    const spans = await lexicon.spans(trace, ({ name }) => name === "dynamodb GetItem");
    const denied = spans?.flatMap(({ events = [] }) => events).find((event) => event.name === "IAM denies");
    return { answer, denied, look: [`requests/${trace}`] };
  },

  is: {
    broken: ({ answer, denied }) => answer.status === 500 && denied?.tags.action === "dynamodb:GetItem",
    mended: ({ answer, denied }, { title }) => answer.status === 200 && answer.json.title === title && !denied,
  },
};
