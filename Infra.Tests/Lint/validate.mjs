// Runs AWS's offline validator over the templates named on the command line and prints its findings, one a line:
// path, severity, rule, logical id, message, separated by tabs. https://github.com/aws-cloudformation/cloudformation-validate
import { CelEngine, TemplateFile } from "@aws/cloudformation-validate";

const engine = new CelEngine();
try {
  for (const path of process.argv.slice(2)) {
    const report = engine.validateStandard(new TemplateFile(path));
    if (report.status !== "OK") {
      console.log([path, "FATAL", report.status, "", "The validator did not finish."].join("\t"));
    }
    for (const { severity, ruleId, entity, propertyPath, message } of report.diagnostics) {
      console.log([path, severity, ruleId, entity?.logicalId ?? "", `${message} (${propertyPath ?? ""})`].join("\t"));
    }
  }
} finally {
  engine.free();
}
