import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../src/config';

interface LockedPackage {
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}

const { packages } = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const locked = Object.entries(packages).filter(([folder]) => folder !== '');

/**
 * Packages that would run a script when they are installed, and why they work without it. Ours is installed with
 * scripts switched off (`.npmrc`), so a new one here is looked at before it is taken in.
 */
const worksWithout: Record<string, string> = {
  '@parcel/watcher': 'development: ships binaries',
  '@swc/core': 'development: ships binaries; the script only looks for them',
  'core-js': 'of twitter-text: the script prints a request for donations',
  lmdb: 'ships binaries; compiles only where there is none',
  'msgpackr-extract': 'of lmdb: optional, faster reading of strings',
  'unrs-resolver': 'development: ships binaries',
};

it('takes in no package that must run a script to be installed', () => {
  const withScripts = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => nameOf(folder));
  expect([...new Set(withScripts)].sort()).toEqual(Object.keys(worksWithout).sort());
  expect(readFileSync(path.join(projectRoot, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
});

it('knows the content of every package it takes in', () => {
  expect(locked.filter(([, { integrity }]) => integrity === undefined)).toEqual([]);
});

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
