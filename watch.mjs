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
import { once } from 'node:events';
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

const isSource = name => !/^(bin|obj)$|^[.#]|[~#]$|\.sw.$|\.tmp$/i.test(name);

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

// What writes the pages as a synthesis does stays, since its start would take longer than its work.
const writtenPages = '.local/watch/pages';
let pagesWriter;

function startPagesWriter() {
  const child = spawn('dotnet', ['Infra/bin/app/Lexicon.Infra.dll', 'pages', 'Site', writtenPages], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => {
    if (pagesWriter?.child === child) pagesWriter = undefined;
    throw new Error('Writing the pages failed');
  });
  ended.catch(() => {});
  child.stdin.on('error', () => {}); // It has ended, which is told there.
  return { child, ended };
}

async function pages(since) {
  pagesWriter ??= startPagesWriter();
  const { child, ended } = pagesWriter;
  child.stdin.write('\n');
  await Promise.race([once(child.stdout, 'data'), ended]);
  replaceAssets('index.html', writtenPages, move, since);
}

async function functions(since) {
  const begun = performance.now();
  const context = JSON.parse(fs.readFileSync('cdk.json')).context;
  for (const [, name, value] of (process.env.CONTEXT ?? '').matchAll(/-c\s+([^\s=]+)=(\S*)/g)) context[name] = value;
  const packaging = context.packaging ?? 'managed';
  say('Building the functions ...');
  await run('dotnet', ['msbuild', 'Functions/Packaging/Package.proj', '-nologo', '-verbosity:quiet'],
    { CDK_CONTEXT_JSON: JSON.stringify(context), Symbols: 'true' });
  replaceAssets(packaging === 'native' ? 'bootstrap' : 'Lexicon.Functions.dll', `Functions/bin/package/${packaging}`, copy, since);
  say(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
}

async function synthesize(since) {
  pagesWriter?.child.stdin.end();
  pagesWriter = undefined;
  await run(process.env.MAKE ?? 'make', ['--no-print-directory', manifest]);
  synthesisIsDue = false;
  date(since);
}

// ---- The assembly

// A folder asset is known by the file in it. Its new content gets a folder and a hash of its own, as after a synthesis, since
// functions that are still at work run from the old folder.
function replaceAssets(marker, content, place, since) {
  const names = listOf(assembly);
  const texts = names.filter(name => /\.(template|assets)\.json$/.test(name)).map(name => [name, fs.readFileSync(name, 'utf8')]);
  const hash = hashOf(content);
  for (const old of names.filter(name => fs.existsSync(`${name}/${marker}`))) {
    const was = /asset\.([0-9a-f]{64})$/.exec(old)[1];
    const using = texts.filter(([, text]) => was !== hash && text.includes(was));
    if (using.length > 0) place(content, old.replace(was, hash));
    for (const [name, text] of using) fs.writeFileSync(name, text.replaceAll(was, hash));
  }
  fs.writeFileSync(manifest, fs.readFileSync(manifest));
  date(since);
}

const copy = (content, folder) => fs.cpSync(content, folder, { recursive: true });

// Copying takes a while where there are many files. What was there before a change was taken back is the same.
const move = (content, folder) => fs.existsSync(folder) || fs.renameSync(content, folder);

// Its files and its assets, those of the assemblies in it among them.
function listOf(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const name = `${folder}/${entry.name}`;
    return entry.isFile() || entry.name.startsWith('asset.') ? [name] : listOf(name);
  });
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

let program;

const say = line => console.log(`- ${line}`);

function run(name, args, environment = {}) {
  return new Promise((resolve, reject) => {
    program = spawn(name, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...environment } });
    program.on('error', reject);
    program.on('exit', code => code === 0 ? resolve() : reject(new Error(`${name} ${args.join(' ')} failed`)));
  });
}

const runner = spawn('dotnet', [...process.argv.slice(2), '--watch'], { stdio: 'inherit' });
runner.on('exit', code => {
  program?.kill();
  process.exit(code ?? 1);
});

// Ctrl-C at the terminal reaches the runner, too, and it ends everything in order.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => runner.kill('SIGTERM'));

folders.forEach(watch);
pagesWriter = startPagesWriter();
fs.watch('.', (_, name) => files.includes(name) && notice(name));
