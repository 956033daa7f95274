import type { Upload } from '../../../appeals/with-photos';
import type { Appeal } from '../../../domain/appeal';
import { namesOf } from '../../../people/accounts';
import type { Services } from '../../../services';
import type { ApiReader, CaseReader } from '../../presenters/api/parts';
import type { Call } from '../operation';
import { readsCase } from './case-access';

/** @returns what presenters need of whoever asks, with the names of the accounts of these ids */
export async function readerFor(
  { actor }: Call,
  ids: readonly string[],
  { config }: Pick<Services, 'config'>,
): Promise<ApiReader> {
  return { actor, names: await namesOf(ids), baseUrl: config.baseUrl };
}

/** @returns the same for a case, which is shown as far as they may read it */
export async function caseReaderFor(
  call: Call,
  appeal: Appeal,
  ids: readonly string[],
  services: Pick<Services, 'config'>,
): Promise<CaseReader> {
  return { ...(await readerFor(call, ids, services)), reads: await readsCase(call, appeal) };
}

/** @returns the case a command is about, and the version it is for */
export function targetOf({ actor, param, onlyVersion }: Call) {
  return { actor, appealId: param('id'), seenVersion: onlyVersion, onlyVersion };
}

/** @returns the photos that came along, each with what is to be seen on it */
export function describedPhotos({ photos }: Call, alts: readonly string[]): Upload[] {
  return photos.map((photo, index) => ({ ...photo, alt: alts[index] ?? '' }));
}
