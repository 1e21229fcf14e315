// Looks up every resource type of templates in AWS's schemas of a Region, offline: node validate-in-region.mjs eu-west-1 a.json b.json ...
// Prints a line for each type that the Region does not have, and for whatever else the schemas refuse:
// https://github.com/aws-cloudformation/cloudformation-validate
import { SchemaValidator, TemplateFile } from "@aws/cloudformation-validate";

const validator = new SchemaValidator();
const [, , ...words] = process.argv;
let region;
for (const word of words) {
  if (!word.endsWith(".json")) {
    region = word;
    continue;
  }
  for (const { ruleId, severity, message } of validator.validate(new TemplateFile(word), region)) {
    if (severity === "FATAL") console.log(`${region} ${ruleId} ${message}`);
  }
}
validator.free();
