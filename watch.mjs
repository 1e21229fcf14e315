// What `make watch` adds to `make up`: it builds what a change on disk concerns and writes it into cdk.out, where the runner,
// started here with --watch, notices it. The runner knows a cloud assembly and nothing of this repository; this script knows the
// repository and nothing of the runner but that it reads an assembly when its manifest.json, written last, is written.
//
//   Site/                           the pages alone, within a second
//   Functions/Operations/, Lambda/  the functions' package alone
//   the rest of Functions/          the package, so that handlers are live early, then a synthesis
//   Infra/, cdk.json and the like   a synthesis
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const folders = ['Site', 'Functions', 'Lambda', 'Infra'];
const files = ['cdk.json', 'global.json', 'Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props'];
const assembly = 'cdk.out';
const manifest = `${assembly}/manifest.json`;

// Editors save in more than one step: a change is complete when nothing has happened for this long (milliseconds).
const quiet = 40;

const isSite = file => file.startsWith('Site/');
const isFunctions = file => file.startsWith('Functions/') || file.startsWith('Lambda/');
const changesNoTemplate = file => isSite(file) || file.startsWith('Functions/Operations/') || file.startsWith('Lambda/');

// ---- What changes

const changed = new Set();
let timer, working = false, synthesisIsDue = false;

function watch(folder) {
  fs.watch(folder, (_, name) => {
    const file = `${folder}/${name}`;
    if (name && isSource(name)) {
      if (fs.statSync(file, { throwIfNoEntry: false })?.isDirectory()) watch(file);
      notice(file);
    }
  });
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && isSource(entry.name)) watch(`${folder}/${entry.name}`);
  }
}

const isSource = name => !/^(bin|obj|\.|#)|[~#]$|\.sw.$|\.tmp$/i.test(name);

function notice(file) {
  changed.add(file);
  clearTimeout(timer);
  timer = setTimeout(work, quiet);
}

async function work() {
  if (working) return;
  working = true;
  while (changed.size > 0) {
    const files = [...changed];
    changed.clear();
    try {
      await apply(files);
    } catch (failure) {
      say(`${failure.message}; what ran before runs on.`);
    }
  }
  working = false;
}

// ---- What follows from it

async function apply(files) {
  const since = new Date();
  synthesisIsDue ||= !files.every(changesNoTemplate);
  if (files.some(isSite)) await pages(since);
  if (files.some(isFunctions)) await functions(since);
  if (synthesisIsDue) await synthesize(since);
}

async function pages(since) {
  const built = '.local/watch/pages';
  await run('dotnet', ['Infra/bin/app/Lexicon.Infra.dll', 'pages', 'Site', built]);
  replaceAssets('index.html', built, since);
}

async function functions(since) {
  const begun = performance.now();
  const context = Object.fromEntries((process.env.CONTEXT ?? '').split(/\s*-c\s+/).filter(Boolean).map(pair => pair.split('=')));
  const packaging = context.packaging ?? 'managed';
  say('Building the functions ...');
  await run('dotnet', ['msbuild', 'Functions/Packaging/Package.proj', '-nologo', '-verbosity:quiet'],
    { CDK_CONTEXT_JSON: JSON.stringify(context) });
  replaceAssets(packaging === 'native' ? 'bootstrap' : 'Lexicon.Functions.dll', `Functions/bin/package/${packaging}`, since);
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}

async function synthesize(since) {
  await run(process.env.MAKE ?? 'make', ['--no-print-directory', manifest]);
  synthesisIsDue = false;
  date(since);
}

// ---- The assembly

// A folder asset is known by the file in it. Its new content gets a folder and a hash of its own, as after a synthesis, since
// functions that are still at work run from the old folder.
function replaceAssets(marker, content, since) {
  const names = fs.readdirSync(assembly, { recursive: true }).map(name => `${assembly}/${name.replaceAll('\\', '/')}`);
  const texts = names.filter(name => /\.(template|assets)\.json$/.test(name)).map(name => [name, fs.readFileSync(name, 'utf8')]);
  const hash = hashOf(content);
  for (const old of names.filter(name => name.endsWith(`/${marker}`)).map(path.posix.dirname)) {
    const was = /asset\.([0-9a-f]{64})$/.exec(old)?.[1];
    const using = texts.filter(([, text]) => was && was !== hash && text.includes(was));
    if (using.length > 0) fs.cpSync(content, old.replace(was, hash), { recursive: true });
    for (const [name, text] of using) fs.writeFileSync(name, text.replaceAll(was, hash));
  }
  fs.writeFileSync(manifest, fs.readFileSync(manifest));
  date(since);
}

function hashOf(folder) {
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    const file = path.join(folder, name);
    if (fs.statSync(file).isFile()) hash.update(`${name}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

// For make, the assembly is as old as the beginning of the work, so that what was saved meanwhile is newer; and it is older than
// everything as long as a synthesis is due.
function date(since) {
  const at = synthesisIsDue ? new Date(0) : since;
  const noted = ['.local/manifest.json', '.local/context', '.local/sources'].filter(file => fs.existsSync(file));
  for (const file of [...noted, manifest]) fs.utimesSync(file, at, at);
}

// ---- Programs

const say = line => console.log(`- ${line}`);

function run(program, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    child.on('error', reject);
    child.on('exit', code => code === 0 ? resolve() : reject(new Error(`${path.basename(program)} ${args[0]} failed`)));
  });
}

const runner = spawn('dotnet', [...process.argv.slice(2), '--watch'], { stdio: 'inherit' });
runner.on('exit', code => process.exit(code ?? 1));

// Ctrl-C at the terminal reaches the runner, too, and it ends everything in order.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => runner.kill('SIGTERM'));

folders.forEach(watch);
fs.watch('.', (_, name) => files.includes(name) && notice(name));
