import { changeThing, foundThingOf } from '../found/found-thing';

/**
 * Forgets what was said of a found thing by those whose it was not, and what only its owner could know, as nobody is
 * asked any more. To whom it was given stays.
 */
export async function forgetClaims(appealId: string): Promise<void> {
  await changeThing(appealId, (thing) => {
    const claims = thing.claims.filter(({ release }) => release !== null);
    if (claims.length === thing.claims.length && thing.marks === '' && thing.question === '') return thing;
    return { ...thing, claims, marks: '', question: '' };
  });
}

/** @returns how many claims would go, and whether anything would */
export async function claimsToForget(appealId: string): Promise<{ claims: number; any: boolean }> {
  const { claims, marks, question } = await foundThingOf(appealId);
  const strangers = claims.filter(({ release }) => release === null).length;
  return { claims: strangers, any: strangers > 0 || marks !== '' || question !== '' };
}
