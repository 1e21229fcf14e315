const DEAD_LETTERS = "Lexicon-dev-Events-ReportDeadLetters";
const OF_BODY = "$util.urlEncode($input.json('$.reason'))";

export default {
  title: "A poisoned queue",
  question: "The API said 202, why does nobody ever hear of it?",
  changes: "The mapping template writes $input.path where it wrote $input.json: a text without its quotation marks, so that what it makes "
    + "is not JSON. (The queue gives up after 2 attempts here, and waits 2 s between them, not 5 and 180 s.)",
  line: ["Infra/Api/ReportIntegration.cs", "private static string OfBody("],
  look: "The first address has the message among the dead letters, with the number of its attempts. The second has the POST: it is done, "
    + "and below it is each attempt, in red, with what the function logged.",
  why: "A queue gives a message again until somebody deletes it. What can never be handled would come back for ever, so it goes to the "
    + "dead letters after a number of attempts: mend the cause, then move back what is worth it. This one is not: it is not a report.",
  page: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html",

  break(resource) {
    resource("GlossaryApiapiglossariesglossaryIdtermstermIdreportsPOST", "AWS::ApiGateway::Method", ({ Integration }) => {
      const template = Integration.RequestTemplates["application/json"]["Fn::Join"][1];
      const at = template.findIndex((part) => typeof part === "string" && part.includes(OF_BODY));
      template[at] = template[at].replace(OF_BODY, OF_BODY.replace("$input.json", "$input.path"));
    });
    resource("ReportsQueue", "AWS::SQS::Queue", (queue) => {
      queue.VisibilityTimeout = 2;
      queue.RedrivePolicy.maxReceiveCount = 2;
    });
    resource("FileReportFunction", "AWS::Lambda::Function", (properties) => (properties.Timeout = 2));
  },

  async prepare(lexicon) {
    const glossary = await lexicon.glossary("Reported");
    return { glossary, term: await lexicon.term(glossary, "rumour", "It is said that it is true.") };
  },

  async ask(lexicon, { glossary, term }, isMended) {
    const answer = await lexicon.send(
      "POST", `/api/glossaries/${glossary.id}/terms/${term.id}/reports`, { body: { reason: "wrong" } });
    const trace = await lexicon.trace(answer);
    const filed = () => lexicon.spans(trace, ({ name }) => name === "dynamodb TransactWriteItems");
    const dead = () => lexicon.until(async () =>
      (await lexicon.ask(`queues/${DEAD_LETTERS}/messages`)).find(({ body }) => body.includes(answer.json.requestId)));
    return isMended
      ? { answer, filed: await filed(), look: [`requests/${trace}`] }
      : { answer, dead: await dead(), look: [`messages/${DEAD_LETTERS}`, `requests/${trace}`] };
  },

  is: {
    broken: ({ answer, dead }) => answer.status === 202 && dead?.body.includes('"reason":wrong'),
    mended: ({ answer, filed }) => answer.status === 202 && filed?.length > 0,
  },
};
