// Refuses a context that Infra would refuse, before anything is built: node Infra/Context/check-options.mjs -c stage=dev -c waf=true
// The options are those of options.json, which is made from Options.cs; whether several of them go together only Infra looks at.
import { readFileSync } from 'node:fs';

const read = file => JSON.parse(readFileSync(file));
const options = new Map(Object.entries(read(new URL('options.json', import.meta.url))));

/** The context that the arguments give over that of cdk.json, both as the CDK's command line reads them: where it is started. */
function contextOf(words) {
  const context = new Map(Object.entries(read('cdk.json').context));
  for (let i = 0; i < words.length; i++) {
    const given = /^(?:-c|--context)(?:=(.*))?$/.exec(words[i]);
    if (given) {
      const [name, ...value] = (given[1] ?? words[++i] ?? '').split('=');
      context.set(name, value.join('='));
    }
  }
  const stage = context.get(`stage:${textOf(context.get('stage') ?? '') || 'dev'}`);
  return new Map([...Object.entries(stage ?? {}), ...context]);
}

/** The text of a value, as Infra/Context/ContextText.cs has it; undefined for an object, which no option can be. */
function textOf(value) {
  if (Array.isArray(value)) {
    const items = value.map(textOf);
    return items.includes(undefined) ? undefined : items.join(',');
  }
  return value === null ? '' : typeof value === 'object' ? undefined : String(value).trim();
}

/** Why an option cannot be this, in the words of Infra/Context/ContextOption.cs; undefined if it can. */
function refusalOf(name, text) {
  const option = options.get(name);
  if (!option) return `There is no context option '${name}'. The options are ${[...options.keys()].sort().join(', ')}.`;
  if (text === undefined) return `Context option ${name} is an object; it must be a text, or a list of texts.`;
  const items = option.list ? text.split(',').map(item => item.trim()).filter(Boolean) : [text];
  const wrong = text && option.pattern ? items.find(item => !new RegExp(option.pattern).test(item)) : undefined;
  return wrong === undefined
    ? undefined
    : `Context option ${name} is '${text}'; ${option.list ? `'${wrong}' in it` : 'it'} must be ${option.mustBe}.`;
}

for (const [name, value] of contextOf(process.argv.slice(2))) {
  // Names with more than letters are the CDK's own.
  const why = /^[A-Za-z]+$/.test(name) ? refusalOf(name, textOf(value)) : undefined;
  if (why) {
    console.error(why);
    process.exit(1);
  }
}
