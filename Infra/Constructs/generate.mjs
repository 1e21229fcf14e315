// Makes the .NET package Constructs from npm's by Amazon's own tool, jsii-pacmak, into .local/packages, where the package registry
// lacks it (docs/decisions/0003-cdk-version.md). Where Infra restores already, it does nothing. "npm ci" runs it (package.json).
import { execSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const root = join(here, '../..');
const work = join(root, '.local/constructs');
const packages = join(root, '.local/packages');

// Every command is a line of ours, so that a shell may read it: on Windows npm is a script, which needs one.
function run(command, folder) {
  execSync(command, {
    cwd: folder,
    stdio: 'pipe',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '1' },
  });
}

function restores() {
  try {
    run('dotnet restore Infra -v quiet', root);
    return true;
  } catch {
    return false;
  }
}

function generate() {
  mkdirSync(work, { recursive: true });
  cpSync(join(here, 'package.json'), join(work, 'package.json'));
  cpSync(join(here, 'package-lock.json'), join(work, 'package-lock.json'));
  run('npm ci --no-audit --no-fund', work);
  run('npx jsii-pacmak --target dotnet --code-only --outdir out node_modules/constructs', work);

  // A project of its own: nothing of this repository's settings is its.
  const apart = ['BuildProps', 'BuildTargets', 'PackagesProps'].map(file => `-p:ImportDirectory${file}=false`).join(' ');
  const plain = '-p:GeneratePackageOnBuild=false -p:IncludeSymbols=false -p:IncludeSource=false -p:SuppressTfmSupportBuildWarnings=true';
  run(`dotnet pack out/dotnet/Constructs -c Release -v quiet -o "${packages}" ${apart} ${plain}`, work);
}

if (!restores()) {
  console.log('The package registry lacks Constructs: generating it from npm, about a minute ...');
  try {
    generate();
    run('dotnet restore Infra -v quiet', root);
  } catch (failure) {
    console.error(`Constructs could not be generated.\n${failure.message}\n${failure.stdout ?? ''}`);
    process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
