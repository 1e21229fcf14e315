// The same no-op in JavaScript: a plain loop over the Runtime API on Node's own HTTP client.
import http from "node:http";

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const root = "/2018-06-01/runtime/invocation/";

const send = (method, path, body) =>
  new Promise((resolve, reject) => {
    const request = http.request({ agent, host, port, method, path: root + path }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    request.on("error", reject);
    if (body) request.setHeader("Content-Length", Buffer.byteLength(body));
    request.end(body);
  });

const handle = async (event) => ({
  statusCode: 200,
  headers: { "Content-Type": "text/plain" },
  body: event.requestContext.authorizer.claims.sub,
  isBase64Encoded: false,
});

for (;;) {
  const next = await send("GET", "next");
  const answer = JSON.stringify(await handle(JSON.parse(next.body)));
  await send("POST", `${next.headers["lambda-runtime-aws-request-id"]}/response`, answer);
}
