const AT_ONCE = 4;

export default {
  title: "A throttle",
  question: "Why is a request refused that was answered a moment ago?",
  changes: "Each method of the stage takes one request at once, and one a second.",
  line: ["Infra/Api/GlossaryApi.cs", "var settings = Settings(Throttles.Rate, Throttles.Burst);"],
  look: "The red box: ThrottleRequest found the bucket empty. No function ran, nothing was read.",
  why: "Each method has a bucket of tokens: so many requests at once, refilled at its rate. Who finds it empty gets 429, and when to "
    + "come back (Retry-After).",
  page: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html",

  break: (resource) => resource("GlossaryApiDeploymentStage", "AWS::ApiGateway::Stage", ({ MethodSettings }) => {
    const all = MethodSettings.find(({ ResourcePath, HttpMethod }) => ResourcePath === "/*" && HttpMethod === "*");
    Object.assign(all, { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 1 });
  }),

  prepare: () => ({}),

  async ask(lexicon) {
    // Of one address the edge would ask once for all.
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) =>
      lexicon.send("GET", `/api/glossaries?limit=${at + 1}`)));
    const shown = answers.find(({ status }) => status === 429) ?? answers[0];
    return { answers, look: [`requests/${await lexicon.trace(shown)}`] };
  },

  is: {
    broken: ({ answers }) => answers.some(({ status, headers }) => status === 429 && headers.get("retry-after") === "1"),
    mended: ({ answers }) => answers.every(({ status }) => status === 200),
  },
};
