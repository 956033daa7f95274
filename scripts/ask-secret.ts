import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks for a line on the terminal without showing what is typed.
 * @throws Error when there is no terminal to ask on, or the person gives up
 */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Error('There is no terminal to ask for the password on: set FUNDUS_PASSWORD.');
  process.stdout.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, written) => written() });
  const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    asking.once('line', (typed) => {
      resolve(typed);
      asking.close();
    });
    // Ctrl-C and Ctrl-D close it without a line; after one, this refusal comes too late to matter.
    asking.once('close', () => {
      process.stdout.write('\n');
      reject(new Error('No password given, nothing done.'));
    });
  });
}
