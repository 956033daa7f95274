import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { VersionMismatch, VersionMissing } from '../../errors';
import type { Shown } from './operation';

/** @returns the tag of what is shown: the version commands name, and a digest of all that was shown with it */
export function tagOf({ json, version }: Shown): string {
  const digest = createHash('sha256').update(JSON.stringify(json)).digest('base64url').slice(0, 12);
  return `"${version === undefined ? '' : `${version}.`}${digest}"`;
}

/**
 * @returns the version in `If-Match`; undefined where any will do
 * @throws VersionMissing when the head is needed and not there
 * @throws VersionMismatch when it is no tag of ours: then it is not of this version either
 */
export function versionIn(request: Request, isNeeded: boolean): number | undefined {
  const given = request.get('If-Match')?.trim();
  if (given === undefined) {
    if (isNeeded) throw new VersionMissing('api.versionMissing');
    return undefined;
  }
  if (given === '*') return undefined;
  const [, version] = /^"(\d{1,9})\.[\w-]{12}"$/.exec(given) ?? [];
  if (version === undefined) throw new VersionMismatch('conflict.stale');
  return Number(version);
}
