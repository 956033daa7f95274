/** A size or weight in a text, and where it stands. */
export interface Measure {
  /** Sizes that are nearly the same share a step, or have neighbouring ones. */
  step: number;
  unit: 'mm' | 'g';
  start: number;
  end: number;
}

const millimetres: Record<string, number> = {
  mm: 1,
  millimeter: 1,
  cm: 10,
  zentimeter: 10,
  centimeter: 10,
  centimeters: 10,
  centimetre: 10,
  centimetres: 10,
  dm: 100,
  m: 1000,
  meter: 1000,
  metre: 1000,
  zoll: 25.4,
  inch: 25.4,
  inches: 25.4,
  in: 25.4,
  '"': 25.4,
  '″': 25.4,
  ft: 304.8,
  foot: 304.8,
  feet: 304.8,
};
const grams: Record<string, number> = { g: 1, gramm: 1, gram: 1, grams: 1, kg: 1000, kilo: 1000, kilogramm: 1000 };

const names = [...Object.keys(millimetres), ...Object.keys(grams)].sort((one, other) => other.length - one.length);
const pattern = new RegExp(`(\\d{1,5}(?:[.,]\\d{1,2})?)[\\s-]?(${names.join('|')})(?![\\p{L}\\p{N}])`, 'giu');

/** Two sizes within about 15 % of each other are at most one step apart. */
const growth = Math.log(1.15);

/** @returns the sizes and weights of a text: 25 cm, 250 mm and 10 inches are one */
export function measuresIn(text: string): Measure[] {
  return [...text.matchAll(pattern)].flatMap((match): Measure[] => {
    const [whole, number = '', name = ''] = match;
    const place = { start: match.index, end: match.index + whole.length };
    const value = Number(number.replace(',', '.'));
    const unit = name.toLowerCase();
    if (!(value > 0)) return [];
    const weight = grams[unit];
    if (weight !== undefined) return [{ ...place, unit: 'g', step: stepOf(value * weight) }];
    return [{ ...place, unit: 'mm', step: stepOf(value * (millimetres[unit] ?? 1)) }];
  });
}

function stepOf(value: number): number {
  return Math.round(Math.log(value) / growth);
}

/** @returns the measure as an index holds it */
export function measureToken({ unit, step }: Pick<Measure, 'unit' | 'step'>): string {
  return `${unit}:${step}`;
}

/** @returns the unit and step of a token, or undefined when it is none of a measure */
export function measureOfToken(token: string): Pick<Measure, 'unit' | 'step'> | undefined {
  if (!token.includes(':')) return undefined;
  const [, unit, step] = /^(mm|g):(-?\d+)$/.exec(token) ?? [];
  return unit === 'mm' || unit === 'g' ? { unit, step: Number(step) } : undefined;
}
