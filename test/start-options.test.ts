import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startOptions } from '../scripts/bench/start-options';
import { projectRoot } from '../src/config';

const textOf = (file: string) => readFileSync(path.join(projectRoot, file), 'utf8');

it('starts with the same options by npm, in the container and as the README says', () => {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(textOf('Dockerfile')) ?? [];
  expect(startOptions()).not.toEqual([]);
  expect(JSON.parse(command)).toEqual(['node', ...startOptions(), 'dist/src/main.js']);
  expect(textOf('README.md')).toContain(`node ${startOptions().join(' ')} dist/src/main.js`);
});

it('has only options that this Node takes', () => {
  expect(
    execFileSync(process.execPath, [...startOptions(), '--print', '1 + 1'])
      .toString()
      .trim(),
  ).toBe('2');
});
