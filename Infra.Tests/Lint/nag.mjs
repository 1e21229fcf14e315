// Runs cdk-nag's AwsSolutions and Serverless packs over the templates named on the command line and prints what they find, one
// finding a line: path, level, rule, logical id, message, separated by tabs. With --ignore-waivers it looks at the templates as
// if no resource had any. https://github.com/cdklabs/cdk-nag
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { App, CfnResource, Stack } from "aws-cdk-lib";
import { CfnInclude } from "aws-cdk-lib/cloudformation-include";
import { AwsSolutionsChecks, ServerlessChecks } from "cdk-nag";

const { values: options, positionals: paths } = parseArgs({
  options: { "ignore-waivers": { type: "boolean", default: false } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), "lexicon-"));
try {
  for (const path of paths) {
    const template = JSON.parse(readFileSync(path, "utf8"));
    if (options["ignore-waivers"]) {
      Object.values(template.Resources).forEach((resource) => delete resource.Metadata?.cdk_nag);
    }
    for (const finding of findings(template)) {
      console.log([path, ...finding].join("\t"));
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}

function findings(template) {
  const found = [];
  const add = ({ resource, ruleId, ruleLevel, findingId, ruleInfo }) =>
    found.push([ruleLevel, findingId ? `${ruleId}[${findingId}]` : ruleId, resource.stack.resolve(resource.logicalId), ruleInfo]);
  const ignore = () => {};
  const logger = {
    onNonCompliance: add,
    // A rule that cannot read a value, mostly an intrinsic function, has not passed.
    onError: (data) => add({ ...data, ruleInfo: `It could not be checked: ${data.errorMessage}` }),
    onSuppressedError: (data) => add({ ...data, ruleInfo: `It could not be checked, so it cannot be waived: ${data.errorMessage}` }),
    onSuppressed: ignore,
    onCompliance: ignore,
    onNotApplicable: ignore,
  };

  const templateFile = join(folder, "template.json");
  writeFileSync(templateFile, JSON.stringify(template));
  const stack = new Stack(new App({ outdir: folder }), "Stack");
  new CfnInclude(stack, "Template", { templateFile });

  const packs = [AwsSolutionsChecks, ServerlessChecks].map((Pack) => new Pack({ reports: false, additionalLoggers: [logger] }));
  for (const resource of stack.node.findAll().filter(CfnResource.isCfnResource)) {
    packs.forEach((pack) => pack.visit(resource));
  }
  return found;
}
