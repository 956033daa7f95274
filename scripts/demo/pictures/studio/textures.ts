import { element } from './shapes';

/** How a surface takes the light; lengths in pixels of the drawing. */
export interface Surface {
  /** How far the roundness reaches in from the edge. */
  round: number;
  /** How strongly light and shade differ. */
  relief: number;
  /** Frequency of the nap, along and across. */
  grain: string;
  /** Part of the nap in the relief, 0 to 1. */
  nap: number;
  /** How softly the edge frays, in pixels; 0 leaves it sharp. */
  fray: number;
  /** Strength of the highlight: 0 for cloth, 1 for glaze. */
  gloss: number;
}

/** Short fur of a soft toy. */
export const plush: Surface = { round: 26, relief: 28, grain: '.16 .22', nap: 0.08, fray: 5, gloss: 0 };
/** Woven or jersey cloth. */
export const cloth: Surface = { round: 22, relief: 26, grain: '.5 .5', nap: 0.02, fray: 0, gloss: 0 };
/** Smooth and hard: enamel, plastic, lacquer. */
export const smooth: Surface = { round: 16, relief: 14, grain: '.5 .5', nap: 0, fray: 0, gloss: 0.8 };
/** Pressed and pored. */
export const leather: Surface = { round: 14, relief: 22, grain: '.12 .12', nap: 0.07, fray: 0, gloss: 0.25 };
/** Soft wool felt. */
export const felt: Surface = { round: 12, relief: 18, grain: '.3 .3', nap: 0.06, fray: 3, gloss: 0 };

/**
 * Defines a filter that gives flat shapes a body: the blurred outline is taken as height and lit from the upper left;
 * noise adds the nap and eats into the edge. Each step costs a pass over the picture, so a surface takes only those
 * it shows.
 */
export function surface(id: string, kind: Surface): string {
  const shape = kind.fray > 0 ? 'frayed' : 'SourceGraphic';
  return element(
    'filter',
    { id, x: '-8%', y: '-8%', width: '116%', height: '116%', 'color-interpolation-filters': 'sRGB' },
    kind.nap > 0 ? noise(kind) : '',
    kind.fray > 0 ? frayedEdge(kind) : '',
    height(kind),
    light(kind),
    `<feComposite in="${shape}" in2="light" operator="arithmetic" k1="0.86" k2="0.14" result="lit"/>`,
    kind.gloss > 0 ? highlight(kind) : '',
  );
}

function noise({ grain }: Surface): string {
  return `<feTurbulence type="fractalNoise" baseFrequency="${grain}" numOctaves="2" seed="4" result="noise"/>`;
}

function frayedEdge({ fray }: Surface): string {
  return (
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${fray}" result="soft"/>` +
    '<feComposite in="soft" in2="noise" operator="arithmetic" k2="2.6" k3="2.4" k4="-2.35" result="edge"/>' +
    '<feComposite in="SourceGraphic" in2="edge" operator="in" result="frayed"/>'
  );
}

function height({ round, nap }: Surface): string {
  const hill = `<feGaussianBlur in="SourceAlpha" stdDeviation="${round}" result="hill"/>`;
  if (nap === 0) return hill;
  return `${hill}<feComposite in="hill" in2="noise" operator="arithmetic" k2="${1 - nap}" k3="${nap}"/>`;
}

/** Heights have 256 steps only; where no nap hides them, the light is softened. */
function light({ relief, nap }: Surface): string {
  return (
    `<feDiffuseLighting surfaceScale="${relief}" diffuseConstant="1.2" lighting-color="#fff8ee" result="light">` +
    '<feDistantLight azimuth="238" elevation="56"/></feDiffuseLighting>' +
    (nap === 0 ? '<feGaussianBlur in="light" stdDeviation="4" result="light"/>' : '')
  );
}

function highlight({ relief, gloss }: Surface): string {
  return (
    `<feSpecularLighting in="hill" surfaceScale="${relief}" specularConstant="${gloss}" specularExponent="26" lighting-color="#fffdf6">` +
    '<feDistantLight azimuth="238" elevation="52"/></feSpecularLighting>' +
    '<feGaussianBlur stdDeviation="4" result="spot"/>' +
    '<feComposite in="lit" in2="spot" operator="arithmetic" k2="1" k3="1"/>' +
    '<feComposite in2="SourceGraphic" operator="in"/>'
  );
}

/** Defines a filter that blurs. */
export function blur(id: string, deviation: number, margin = 40): string {
  const size = `${100 + 2 * margin}%`;
  return element(
    'filter',
    { id, x: `-${margin}%`, y: `-${margin}%`, width: size, height: size },
    `<feGaussianBlur stdDeviation="${deviation}"/>`,
  );
}

/** Defines a filter that fills a shape with wood: long fibres along x, darker than the fill by up to `strength`. */
export function wood(id: string, strength = 0.4, seed = 7): string {
  return element(
    'filter',
    { id, x: 0, y: 0, width: 1, height: 1, 'color-interpolation-filters': 'sRGB' },
    `<feTurbulence type="fractalNoise" baseFrequency=".006 .11" numOctaves="3" seed="${seed}"/>`,
    `<feColorMatrix values="0 0 0 0 .22  0 0 0 0 .11  0 0 0 0 .05  0 0 0 ${strength * 3} ${-strength * 1.05}" result="fibre"/>`,
    '<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="fibre"/></feMerge>',
    '<feComposite in2="SourceGraphic" operator="in"/>',
  );
}

/** Defines a filter that lays film grain over a shape. */
export function filmGrain(id: string): string {
  return element(
    'filter',
    { id, x: 0, y: 0, width: 1, height: 1 },
    '<feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="1" seed="2" x="0" y="0" width="256" height="256" result="tile"/>',
    '<feTile in="tile"/>',
    '<feColorMatrix values="0 0 0 0 .5  0 0 0 0 .5  0 0 0 0 .5  0 0 0 .5 -.2"/>',
  );
}
