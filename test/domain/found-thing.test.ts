import {
  awaitsRelease,
  type Claim,
  type FoundThing,
  mayBeDisposed,
  mayJudge,
  mayRelease,
  releasedClaim,
  withClaim,
} from '../../src/domain/found-thing';

const noon = new Date('2026-03-01T12:00:00Z');
const dayMs = 24 * 60 * 60 * 1000;
const right = { right: true, by: 'ada', at: noon };
const wrong = { right: false, by: 'ada', at: noon };
const release = { by: 'grace', at: noon };

function claim(overrides: Partial<Claim> = {}): Claim {
  const said = { name: 'Ana', contact: '0170', words: 'Mine' };
  return { id: 'c', by: 'paul', ...said, at: noon, verdict: null, release: null, ...overrides };
}

function thing(...claims: Claim[]): FoundThing {
  return { appealId: 'a', version: 1, marks: 'x', question: 'y', claims, disposal: null };
}

it('an answer is judged once, and no more once the thing is released', () => {
  expect(mayJudge(thing(), claim())).toBe(true);
  expect([right, wrong].map((verdict) => mayJudge(thing(), claim({ verdict })))).toEqual([false, false]);
  expect(mayJudge(thing(claim({ id: 'other', verdict: right, release })), claim())).toBe(false);
});

describe('a release', () => {
  it('needs a right answer, and an agent who is not the one who judged it', () => {
    const may = (verdict: Claim['verdict'], who: string) => mayRelease(thing(), claim({ verdict }), who);
    expect([may(right, 'grace'), may(right, 'ada')]).toEqual([true, false]);
    expect([may(wrong, 'grace'), may(null, 'grace')]).toEqual([false, false]);
    expect([awaitsRelease(thing(), claim({ verdict: right })), awaitsRelease(thing(), claim())]).toEqual([true, false]);
  });

  it('happens once', () => {
    const gone = thing(claim({ id: 'other', verdict: right, release }));
    expect(mayRelease(gone, claim({ verdict: right }), 'grace')).toBe(false);
    expect(releasedClaim(gone)?.id).toBe('other');
    expect(releasedClaim(thing(claim()))).toBeUndefined();
  });
});

describe('a disposal', () => {
  const onDay = (days: number, ms = 0) => ({ keepDays: 10, now: new Date(noon.getTime() + days * dayMs + ms) });

  it('is decided once the thing has been kept long enough, to the millisecond', () => {
    expect([mayBeDisposed(thing(), noon, onDay(10, -1)), mayBeDisposed(thing(), noon, onDay(10))]).toEqual([
      false,
      true,
    ]);
    expect(mayBeDisposed(thing(), null, onDay(10))).toBe(false);
  });

  it('waits for whoever may be right', () => {
    const may = (verdict: Claim['verdict']) => mayBeDisposed(thing(claim({ verdict })), noon, onDay(11));
    expect([may(null), may(right), may(wrong)]).toEqual([false, false, true]);
  });
});

it('a claim is changed, and the others stay', () => {
  const before = thing(claim(), claim({ id: 'd' }));
  expect(withClaim(before, 'd', { verdict: wrong }).claims).toEqual([claim(), claim({ id: 'd', verdict: wrong })]);
});
