// Refuses a context that Infra would refuse, before anything is built: node Infra/check-options.mjs -c stage=dev -c waf=true
// What there is stands in options.json, which Infra reads, too; what concerns several options together is left to Infra.
import { readFileSync } from 'node:fs';

const read = file => JSON.parse(readFileSync(new URL(file, import.meta.url)));
const options = read('options.json');

/** The context that the arguments give, as the CDK's command line reads them, over that of cdk.json. */
function contextOf(words) {
  const context = { ...read('../cdk.json').context };
  for (let i = 0; i < words.length; i++) {
    const given = /^(?:-c|--context)(?:=(.*))?$/.exec(words[i]);
    if (given) {
      const [name, ...value] = (given[1] ?? words[++i] ?? '').split('=');
      context[name] = value.join('=');
    }
  }
  return context;
}

/** Why a value cannot be, in the words of Infra/ContextOption.cs; undefined if it can. */
function refusalOf(name, text) {
  const { values, list, pattern, refusal } = options[name];
  const each = list ? text.split(',').map(one => one.trim()).filter(Boolean) : [text];
  const wrong = each.find(one => values ? !values.includes(one) : pattern && !new RegExp(pattern).test(one));
  return wrong === undefined ? undefined
    : values ? `Context ${name} is '${wrong}'; there are ${values.slice(0, -1).join(', ')} and ${values.at(-1)}.`
    : `Context ${name} ${refusal.replace('{0}', wrong)}`;
}

for (const [name, value] of Object.entries(contextOf(process.argv.slice(2)))) {
  // Names with more than letters are the CDK's own.
  const why = !/^[A-Za-z]+$/.test(name) ? undefined
    : !(name in options) ? `Context ${name} is not read; there are ${Object.keys(options).sort().join(', ')}.`
    : String(value).trim() === '' ? undefined
    : refusalOf(name, String(value).trim());
  if (why) {
    console.error(why);
    process.exit(1);
  }
}
