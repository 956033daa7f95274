/** Attributes of an element; undefined ones are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One SVG element. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('');
  return `<${name}${written}>${content.join('')}</${name}>`;
}

export function group(attributes: Attributes, ...content: string[]): string {
  return element('g', attributes, ...content);
}

export function path(d: string, fill: string, more: Attributes = {}): string {
  return element('path', { d, fill, ...more });
}

/** A stroke with round ends. */
export function line(d: string, stroke: string, width: number, more: Attributes = {}): string {
  return element('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...more,
  });
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, fill: string, more: Attributes = {}): string {
  return element('ellipse', { cx, cy, rx, ry, fill, ...more });
}

export function circle(cx: number, cy: number, r: number, fill: string, more: Attributes = {}): string {
  return ellipse(cx, cy, r, r, fill, more);
}

/** A rectangle with rounded corners. */
export function box(
  [x, y, width, height]: readonly [number, number, number, number],
  rx: number,
  fill: string,
  more: Attributes = {},
): string {
  return element('rect', { x, y, width, height, rx, fill, ...more });
}

/** Moves, turns (degrees) and scales what is drawn around the origin. */
export function place(at: { x: number; y: number; turn?: number; scale?: number }, ...content: string[]): string {
  const { x, y, turn = 0, scale = 1 } = at;
  return group({ transform: `translate(${x} ${y}) rotate(${turn}) scale(${scale})` }, ...content);
}

/** The same drawing on both sides of the vertical axis. */
export function mirrored(...content: string[]): string {
  return group({}, ...content) + group({ transform: 'scale(-1 1)' }, ...content);
}

/**
 * Gives parts that do not overlap one common surface. A filter costs its time whatever the size of the part, so the
 * fewer the better.
 */
export function made(surfaceId: string, ...content: string[]): string {
  return group({ filter: `url(#${surfaceId})` }, ...content);
}

/** Whole numbers from 0 to below `count`, each turned into a drawing. */
export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join('');
}

/** A thread that comes and goes: a seam. */
export function stitches(d: string, colour: string, width = 4, dash = '14 12'): string {
  return line(d, colour, width, { 'stroke-dasharray': dash });
}

/** Outline of a round vessel seen from slightly above; `top` and `bottom` are height and radius of its ends. */
export function barrel(
  cx: number,
  top: readonly [number, number],
  bottom: readonly [number, number],
  flat = 0.25,
): string {
  const [[y1, r1], [y2, r2]] = [top, bottom];
  return `M${cx - r1} ${y1}A${r1} ${r1 * flat} 0 0 1 ${cx + r1} ${y1}L${cx + r2} ${y2}A${r2} ${r2 * flat} 0 0 1 ${cx - r2} ${y2}Z`;
}
