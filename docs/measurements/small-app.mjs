// A small app for measurements, synthesized by hand: Noop behind a REST API, and Shell, which runs the script that its event has.
// Both are Node programs that speak the Runtime API themselves, so that nothing of a runtime is measured.

import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

const BOOTSTRAP = `#!/usr/bin/env node
const http = require("http");
const { exec } = require("child_process");
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: "/2018-06-01/runtime/" + path, agent }, response => {
      const parts = [];
      response.on("data", part => parts.push(part));
      response.on("end", () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on("error", reject);
    request.end(body);
  });
}
(async () => {
  for (;;) {
    const next = await call("GET", "invocation/next");
    const { script } = JSON.parse(next.body);
    const output = script && await new Promise(resolve => exec(script, { shell: "/bin/sh" }, (_, out, wrong) => resolve(out + wrong)));
    const answer = JSON.stringify({ statusCode: 200, body: output || "" });
    await call("POST", "invocation/" + next.headers["lambda-runtime-aws-request-id"] + "/response", answer);
  }
})();
`;

/** Writes the assembly into a folder. */
export async function writeSmallApp(folder) {
  const code = join(folder, "asset.code");
  await mkdir(code, { recursive: true });
  await writeFile(join(code, "bootstrap"), BOOTSTRAP);
  await chmod(join(code, "bootstrap"), 0o755);
  const write = (name, document) => writeFile(join(folder, name), JSON.stringify(document));
  await write("Small.assets.json", {
    files: {
      code: {
        source: { path: "asset.code", packaging: "zip" },
        destinations: { here: { bucketName: "assets", objectKey: "code.zip" } },
      },
    },
  });
  await write("Small.template.json", template());
  await write("manifest.json", {
    artifacts: {
      "Small.assets": { type: "cdk:asset-manifest", properties: { file: "Small.assets.json" } },
      Small: { type: "aws:cloudformation:stack", properties: { templateFile: "Small.template.json" } },
    },
  });
}

/** Starts a runner; with `assembly` it runs that one, else Lexicon's. `stop` ends it, and its data goes. */
export async function startRunner({ assembly = join(root, "cdk.out"), options = [] } = {}) {
  const data = await mkdtemp(join(tmpdir(), "measured-"));
  const file = join(data, "endpoints.json");
  const runner = spawn(
    "dotnet",
    [
      join(root, "Local/bin/Release/net10.0/Lexicon.Local.dll"), "--assembly", assembly, "--port", "0", "--data", join(data, "data"),
      "--endpoints", file, ...options,
    ],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((resolve) => runner.once("exit", resolve));
  const endpoints = await until(async () => JSON.parse(await readFile(file, "utf8").catch(() => "null")), "a runner that answers");
  return {
    endpoints,
    async stop() {
      runner.kill("SIGTERM");
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Asks again and again, for a minute at most, until the answer is neither empty nor false, and returns it. */
export async function until(condition, what) {
  for (const end = performance.now() + 60_000; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const found = await condition();
    if (found) {
      return found;
    }
  }

  throw new Error(`A minute has passed without ${what}.`);
}

function template() {
  const invoke = "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Noop.Arn}/invocations";
  return {
    Resources: {
      Role: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
          },
        },
      },
      Noop: lambda("Noop"),
      Shell: lambda("Shell"),
      MayInvoke: {
        Type: "AWS::Lambda::Permission",
        Properties: { Action: "lambda:InvokeFunction", FunctionName: { Ref: "Noop" }, Principal: "apigateway.amazonaws.com" },
      },
      Api: { Type: "AWS::ApiGateway::RestApi", Properties: { Name: "Small" } },
      Get: {
        Type: "AWS::ApiGateway::Method",
        Properties: {
          RestApiId: { Ref: "Api" },
          HttpMethod: "GET",
          ResourceId: { "Fn::GetAtt": ["Api", "RootResourceId"] },
          Integration: { Type: "AWS_PROXY", IntegrationHttpMethod: "POST", Uri: { "Fn::Sub": invoke } },
        },
      },
      Deployment: { Type: "AWS::ApiGateway::Deployment", DependsOn: "Get", Properties: { RestApiId: { Ref: "Api" } } },
      Stage: {
        Type: "AWS::ApiGateway::Stage",
        Properties: { RestApiId: { Ref: "Api" }, StageName: "dev", DeploymentId: { Ref: "Deployment" } },
      },
    },
  };

  function lambda(name) {
    return {
      Type: "AWS::Lambda::Function",
      Properties: {
        FunctionName: name,
        Runtime: "provided.al2023",
        Handler: "none",
        Timeout: 60,
        MemorySize: 512,
        Role: { "Fn::GetAtt": ["Role", "Arn"] },
        Code: { S3Bucket: "assets", S3Key: "code.zip" },
      },
    };
  }
}
