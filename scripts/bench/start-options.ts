import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../src/config';

/** @returns the options of Node with which `npm start` runs the application */
export function startOptions(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const [, options = ''] = /\bnode((?: --\S+)*) dist\/src\/main\.js/.exec(scripts.start) ?? [];
  return options.split(' ').filter(Boolean);
}
