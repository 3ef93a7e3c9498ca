import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The Node of the npm package `node`: the tools want a newer one than many machines have. */
export const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const binFolder = join(root, 'node_modules/.bin');

/** One line to the person who is waiting. */
export function say(line) {
  console.log(`\x1b[2m›\x1b[0m ${line}`);
}

/** The Node to run a tool with: the project's own once it is installed, until then the machine's. */
export function nodePath() {
  return existsSync(projectNode) ? projectNode : process.execPath;
}

/**
 * Runs a program in the project's folder, its output shown, and gives its exit code (1 where a signal ended it).
 * `node_modules/.bin` comes first on its PATH, so that `node` is the project's.
 */
export function run(program, args, { env = {}, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: quiet ? 'ignore' : 'inherit',
      env: {
        ...process.env,
        PATH: `${binFolder}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
        ...env,
      },
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a JavaScript file of an installed package, named from `node_modules`. */
export function runTool(file, args = [], options = {}) {
  return run(nodePath(), [join(root, 'node_modules', file), ...args], options);
}

/** Runs npm with the machine's own Node, also where `npm` is no program but a script (Windows). */
export function runNpm(args) {
  const script = process.env.npm_execpath;
  return script ? run(process.execPath, [script, ...args]) : run('npm', args);
}

/** What a program prints, or undefined where it fails or does not exist. */
export function output(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], ...options });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString('utf8') : undefined));
  });
}

/** Ends this process with a sentence for the person instead of a stack. */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
