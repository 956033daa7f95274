import { element } from './shapes';

/** Colours spread evenly from one end to the other; `#rrggbbaa` gives transparency. */
function stops(colours: readonly string[]): string {
  return colours
    .map((colour, index) => element('stop', { offset: index / Math.max(1, colours.length - 1), ...paint(colour) }))
    .join('');
}

function paint(colour: string): { 'stop-color': string; 'stop-opacity'?: number } {
  if (colour.length !== 9) return { 'stop-color': colour };
  return { 'stop-color': colour.slice(0, 7), 'stop-opacity': Number.parseInt(colour.slice(7), 16) / 255 };
}

/** Defines a gradient along a line through the shape; `to` in parts of its box, from the upper left by default. */
export function linear(id: string, colours: readonly string[], [x1, y1, x2, y2] = [0, 0, 0, 1]): string {
  return element('linearGradient', { id, x1, y1, x2, y2 }, stops(colours));
}

/** Defines a gradient around a point of the shape's box: the light falls from the upper left by default. */
export function radial(id: string, colours: readonly string[], [cx, cy, r] = [0.36, 0.28, 0.85]): string {
  return element('radialGradient', { id, cx, cy, r }, stops(colours));
}

export function use(id: string): string {
  return `url(#${id})`;
}
