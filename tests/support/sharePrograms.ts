import { execFile, spawn, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** What the second opinion needs: age itself, unzip, and `script`, since age asks its question on a terminal only. */
export const sharePrograms = ['age', 'unzip', 'script'] as const;

export function missingPrograms(): readonly string[] {
  return sharePrograms.filter((program) => spawnSync(program, ['--version']).error !== undefined);
}

/** `age -d`, with somebody at the terminal who answers its question. */
export async function decryptWithAge(file: string, passphrase: string, to: string): Promise<void> {
  const quoted = [to, file].map((path) => `'${path.replaceAll("'", "'\\''")}'`);
  const terminal = spawn('script', ['-qec', `age -d -o ${quoted.join(' ')}`, '/dev/null']);
  let said = '';
  terminal.stdout.on('data', (chunk: Buffer) => {
    const isFirst = !/passphrase/i.test(said);
    said += chunk.toString();
    if (isFirst && /passphrase/i.test(said)) terminal.stdin.write(`${passphrase}\r`);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    terminal.on('error', reject);
    terminal.on('close', resolve);
  });
  if (code !== 0) throw new Error(`age: ${said}`);
}

/** One member of a ZIP, by `unzip`. */
export async function unzipMember(zip: string, name: string): Promise<string> {
  const { stdout } = await promisify(execFile)('unzip', ['-p', zip, name], { maxBuffer: 2 ** 26 });
  return stdout;
}

/** What `unzip` thinks of a whole ZIP, checksums included. */
export async function testZip(zip: string): Promise<string> {
  const { stdout } = await promisify(execFile)('unzip', ['-t', zip], { maxBuffer: 2 ** 26 });
  return stdout;
}
