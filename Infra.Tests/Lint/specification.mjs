// Holds the templates named on the command line against AWS's resource specification: every resource type, property,
// required property and primitive type. Prints one finding a line: path, "ERROR", rule, logical id, message, separated
// by tabs.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-resource-specification.html
import { readFileSync } from "node:fs";
import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";

const specification = loadAwsServiceSpecSync();

for (const path of process.argv.slice(2)) {
  const template = JSON.parse(readFileSync(path, "utf8"));
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    for (const [rule, message] of findings(resource)) {
      console.log([path, "ERROR", rule, logicalId, message].join("\t"));
    }
  }
}

function* findings({ Type: type, Properties: properties = {} }) {
  // A custom resource is whatever its provider takes.
  if (type.startsWith("Custom::")) {
    return;
  }
  const known = specification.lookup("resource", "cloudFormationType", "equals", type);
  if (known.length === 0) {
    yield ["UnknownType", type];
  } else {
    yield* ofObject(properties, known.only().properties, type);
  }
}

function* ofObject(value, properties, path) {
  for (const name of Object.keys(value).filter((name) => !Object.hasOwn(properties, name))) {
    yield ["UnknownProperty", `${path}.${name}`];
  }
  for (const [name, property] of Object.entries(properties)) {
    if (Object.hasOwn(value, name)) {
      yield* ofAnyType(value[name], [property.type, ...(property.previousTypes ?? [])], `${path}.${name}`);
    } else if (property.required) {
      yield ["MissingProperty", `${path}.${name}`];
    }
  }
}

// A property that changed its type, or takes several, is right if it is right by one of them.
function* ofAnyType(value, types, path) {
  const attempts = types
    .flatMap((type) => (type.type === "union" ? type.types : [type]))
    .map((type) => [...ofType(value, type, path)]);
  if (!attempts.some((attempt) => attempt.length === 0)) {
    yield* attempts[0];
  }
}

function* ofType(value, type, path) {
  if (isIntrinsic(value)) {
    return;
  }
  switch (type.type) {
    case "ref":
      yield* isObject(value)
        ? ofObject(value, specification.get("typeDefinition", type.reference.$ref).properties, path)
        : [["WrongType", `${path} is no object`]];
      break;
    case "array":
      yield* Array.isArray(value)
        ? value.flatMap((item, index) => [...ofAnyType(item, [type.element], `${path}.${index}`)])
        : [["WrongType", `${path} is no list`]];
      break;
    case "map":
      yield* isObject(value)
        ? Object.entries(value).flatMap(([key, item]) => [...ofAnyType(item, [type.element], `${path}.${key}`)])
        : [["WrongType", `${path} is no map`]];
      break;
    case "tag":
      yield* isObject(value) && typeof value.Key === "string" ? [] : [["WrongType", `${path} is no tag`]];
      break;
    case "union":
      yield* ofAnyType(value, [type], path);
      break;
    case "json":
      yield* isObject(value) || typeof value === "string" ? [] : [["WrongType", `${path} is no JSON`]];
      break;
    default:
      yield* ofPrimitive(value, type, path);
  }
}

// CloudFormation itself turns "5" into 5 and "true" into true.
function* ofPrimitive(value, { type, allowedValues }, path) {
  const right = {
    string: () => ["string", "number", "boolean"].includes(typeof value),
    "date-time": () => typeof value === "string",
    boolean: () => ["true", "false"].includes(String(value)),
    number: () => !isObject(value) && String(value).trim() !== "" && Number.isFinite(Number(value)),
    integer: () => !isObject(value) && String(value).trim() !== "" && Number.isInteger(Number(value)),
    null: () => value === null,
  }[type];
  if (right === undefined) {
    throw new Error(`${path}: the specification has a type ${type}, which is not known here.`);
  }
  if (!right()) {
    yield ["WrongType", `${path} is no ${type}`];
  } else if (allowedValues !== undefined && !allowedValues.map(String).includes(String(value))) {
    yield ["UnknownValue", `${path} is ${value}`];
  }
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIntrinsic(value) {
  return isObject(value) && Object.keys(value).length === 1 && /^(Ref|Fn::\w+)$/.test(Object.keys(value)[0]);
}
