import type { Request } from 'express';
import { z } from 'zod';
import { kinds } from '../../domain/appeal';
import { candidateKinds } from '../../domain/suggestion';
import type { Sought } from '../../matching/suggest';
import { choice, foreign, several } from './fields';
import { parsePhotoForm, photoFields, waitingIn } from './photos';
import { version } from './version';

/** "Not this one." */
export const candidateForm = z.strictObject({
  ...version,
  kind: choice(candidateKinds),
  id: z.string().regex(/^[\w-]{1,64}$/, foreign),
});

/** "The same appeal." */
export const mergeForm = z.strictObject({ ...version, into: z.string().regex(/^[0-9a-f]{24}$/, foreign) });

/** Fields of the form that say nothing of the thing. */
const privateFields = [
  'lostOn',
  'reward',
  'channel',
  'originalWords',
  'postUrl',
  'customerName',
  'customerHandle',
  'customerEmail',
  'customerAddress',
  'customerLanguage',
] as const;

/** Whatever is in a field that is not filled in right yet is no error: somebody is typing. */
const typing = z.string(foreign).default('');

const typedForm = z.strictObject({
  kind: typing,
  title: typing,
  story: typing,
  soughtLabel: several(z.string(foreign), 60),
  soughtValue: several(z.string(foreign), 60),
  place: typing,
  hashtags: typing,
  entryId: typing,
  spareId: typing,
  ...photoFields,
  ...Object.fromEntries(privateFields.map((name) => [name, typing])),
});

/** Letters looked at, as more would be refused when the appeal is opened. */
const longest = { line: 200, text: 5000 };

/**
 * What of a half-typed appeal says which thing is meant, and the waiting ids of its photos.
 * @throws BadRequest when our form could not have sent it
 */
export function typedAppeal(request: Request): Omit<Sought, 'photos'> & { waiting: string[] } {
  const typed = parsePhotoForm(typedForm, request);
  const { kind, entryId } = typed;
  const line = (text: string) => text.slice(0, longest.line);
  const described = {
    title: line(typed.title),
    story: typed.story.slice(0, longest.text),
    sought: typed.soughtValue.map((value) => ({ label: '', value: line(value) })),
    place: line(typed.place),
    hashtags: typed.hashtags.slice(0, 2 * longest.line).split(/[\s,;#]+/),
  };
  return {
    kind: kinds.find((one) => one === kind) ?? 'item',
    appealId: null,
    waiting: waitingIn(typed),
    entryId: /^[0-9a-f]{24}$/.test(entryId) ? entryId : null,
    described,
  };
}
