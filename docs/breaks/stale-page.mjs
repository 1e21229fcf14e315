const PAGE = "/study.html";

// As Infra/Site/PagesDeployment.cs has it for every page.
const CACHE_CONTROL = "public, max-age=0, s-maxage=86400, must-revalidate";

const INVALIDATION = '<InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">'
  + "<Paths><Quantity>1</Quantity><Items><Path>/*</Path></Items></Paths><CallerReference>%</CallerReference></InvalidationBatch>";

export default {
  title: "A stale page",
  question: "I have deployed, why do readers see the old page?",
  changes: "A deployment puts a page into its bucket, and tells the edge nothing.",
  line: ["Infra/Site/PagesDeployment.cs", "Distribution = props.Distribution,"],
  mended: "The deployment invalidates /* once its files are there, as that line has it do.",
  look: "What the card says of the edge: a hit, and for how long it would go on. In the view Edge it is the object /study.html, and can be "
    + "invalidated by hand.",
  why: "The page says s-maxage=86400: the edge need not ask for a day. Whoever changes what is cached says so, or gives it another name, "
    + "as the scripts of this site have, whose path is their hash.",
  page: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html",

  async prepare(lexicon) {
    const [, bucket] = /<Name>([^<]*pagesbucket[^<]*)</.exec(await lexicon.call("s3", "/"));
    const [, distribution] = /<Id>([^<]+)</.exec(await lexicon.call("cloudfront", "/2020-05-31/distribution"));
    const page = await lexicon.call("s3", `/${bucket}${PAGE}`);
    const put = (edition) => lexicon.call("s3", `/${bucket}${PAGE}`, {
      method: "PUT",
      headers: { "Content-Type": "text/html", "Cache-Control": CACHE_CONTROL },
      body: page.replace(/<title>[^<]*/, `<title>Study, ${edition}`),
    });
    const invalidate = () => lexicon.call("cloudfront", `/2020-05-31/distribution/${distribution}/invalidation`, {
      method: "POST",
      body: INVALIDATION.replace("%", Date.now()),
    });
    await put("the page of yesterday");
    await invalidate();
    await lexicon.make("GET", PAGE);
    return { put, invalidate };
  },

  async ask(lexicon, { put, invalidate }, isMended) {
    await put("the page of today");
    if (isMended) {
      await invalidate();
    }

    const answer = await lexicon.send("GET", PAGE);
    return { answer, look: [`requests/${await lexicon.trace(answer)}`] };
  },

  is: {
    broken: ({ answer }) => answer.text.includes("the page of yesterday") && answer.headers.get("x-cache") === "Hit from cloudfront",
    mended: ({ answer }) => answer.text.includes("the page of today") && answer.headers.get("x-cache") === "Miss from cloudfront",
  },
};
