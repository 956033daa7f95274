import { bands, looksAlike, probes, similarity } from '../../src/domain/fingerprint';
import { mostCandidates } from '../../src/matching/lookalikes';
import { distractors, others, type Take, takesOfThings } from '../fixtures/evaluation/album';

interface Answer {
  readonly take: Take;
  /** Place of the twin among what was found, from 0; -1 when it was not found. */
  readonly rank: number;
  readonly twin: number;
  /** The highest similarity to a photo of something else. */
  readonly stranger: number;
}

/** The index of the database, in memory: the same numbers, the same order, as many candidates. */
function indexOf(takes: readonly Take[]) {
  const places = new Map<number, number[]>();
  for (const [place, { fingerprint }] of takes.entries()) {
    for (const band of bands(fingerprint)) {
      const known = places.get(band);
      if (known) known.push(place);
      else places.set(band, [place]);
    }
  }
  return (take: Take): Take[] => {
    const common = new Map<number, number>();
    for (const probe of probes(take.fingerprint)) {
      for (const place of places.get(probe) ?? []) common.set(place, (common.get(place) ?? 0) + 1);
    }
    const most = [...common].sort((one, other) => other[1] - one[1]).slice(0, mostCandidates);
    return most.map(([place]) => takes[place] as Take);
  };
}

function answer(take: Take, candidates: readonly Take[]): Answer {
  const ranked = candidates
    .map(({ thing, fingerprint }) => ({ thing, similarity: similarity(take.fingerprint, fingerprint) }))
    .sort((one, other) => other.similarity - one.similarity);
  const rank = ranked.findIndex(({ thing }) => thing === take.thing);
  const stranger = ranked.find(({ thing }) => thing !== take.thing)?.similarity ?? 0;
  return { take, rank, twin: ranked[rank]?.similarity ?? 0, stranger };
}

const part = (answers: readonly Answer[], holds: (answer: Answer) => boolean) =>
  answers.filter(holds).length / answers.length;
const within5 = ({ rank }: Answer) => rank >= 0 && rank < 5;
const isWarned = ({ twin }: Answer) => twin >= looksAlike;
const isWarnedInVain = ({ stranger }: Answer) => stranger >= looksAlike;

function report(answers: readonly Answer[]): string {
  const line = (name: string, of: readonly Answer[]) =>
    `${name.padEnd(8)} ${String(of.length).padStart(4)} photos  recall@5 ${part(of, within5).toFixed(3)}` +
    `  said to look alike ${part(of, isWarned).toFixed(3)}  wrongly ${part(of, isWarnedInVain).toFixed(3)}`;
  const kinds = [...new Set(answers.map(({ take }) => take.kind))];
  return [
    ...kinds.map((kind) =>
      line(
        kind,
        answers.filter(({ take }) => take.kind === kind),
      ),
    ),
    line('all', answers),
  ].join('\n');
}

test(`finds the twin by its picture among ${others} other things, and seldom takes another for it`, async () => {
  const started = Date.now();
  const takes = await takesOfThings();
  const known = [...takes.filter(({ kind }) => kind === 'plain'), ...(await distractors(others))];
  const drawn = Date.now();
  const candidatesFor = indexOf(known);
  const answers = takes.filter(({ kind }) => kind !== 'plain').map((take) => answer(take, candidatesFor(take)));
  process.stdout.write(
    `\nPictures: one photo known of each thing, looked for with another (photos ${drawn - started} ms, search ${Date.now() - drawn} ms).\n${report(answers)}\n`,
  );
  expect(part(answers, within5)).toBeGreaterThanOrEqual(0.9);
  expect(part(answers, isWarnedInVain)).toBeLessThanOrEqual(0.02);
}, 600_000);
