import { linear, radial, use } from './fills';
import { box, circle, ellipse, group, line, path, repeat } from './shapes';
import { blur, filmGrain, wood } from './textures';

export interface Format {
  readonly width: number;
  readonly height: number;
}

export const landscape: Format = { width: 1600, height: 1200 };
export const portrait: Format = { width: 1200, height: 1600 };

/** The whole drawing: the layers from back to front, then vignette and grain as of a lens. */
export function picture(format: Format, ...layers: string[]): string {
  const { width, height } = format;
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${softSpots()}${layers.join('')}${lens(format)}</svg>`;
}

function lens({ width, height }: Format): string {
  const whole = [0, 0, width, height] as const;
  return [
    radial('vignette', ['#2a120000', '#2a120000', '#2a120052'], [0.46, 0.42, 0.82]),
    radial('daylight', ['#fff3d84d', '#fff3d800'], [0.12, 0.02, 0.85]),
    filmGrain('film'),
    box(whole, 0, use('daylight')),
    box(whole, 0, use('vignette')),
    box(whole, 0, '#808080', { filter: use('film'), opacity: 0.22 }),
  ].join('');
}

/** A plain wall, lit from the upper left. */
export function wall({ width, height }: Format, colours: readonly string[]): string {
  return radial('wall', colours, [0.25, 0.15, 1.05]) + box([0, 0, width, height], 0, use('wall'));
}

/** Lights far behind the thing, out of focus. */
export function farLights({ width, height }: Format, colour: string, seed = 1, count = 11): string {
  const light = (index: number) => {
    const [x, y, size] = [scatter(index + seed), scatter(index * 3 + seed + 5), scatter(index * 7 + seed)];
    return circle(x * width, y * height * 0.62, 26 + size * 64, colour, { opacity: 0.1 + size * 0.2 });
  };
  return blur('far', 5, 5) + group({ filter: use('far') }, repeat(count, light));
}

/** A number from 0 to 1 that looks random and is the same every time. */
export function scatter(index: number): number {
  const value = Math.sin(index * 127.1 + 11.7) * 43758.5453;
  return value - Math.floor(value);
}

/** Sun through a window of four panes, on the wall. */
export function sunOnWall(x: number, y: number, size: number, strength = 0.5): string {
  const pane = (left: number, top: number) => path(`M${left} ${top + left * 0.22}l210 46v250l-210 -46Z`, '#fffbe6');
  return (
    blur('sun', 10, 8) +
    group(
      { transform: `translate(${x} ${y}) scale(${size})`, filter: use('sun'), opacity: strength },
      pane(0, 0),
      pane(240, 0),
      pane(0, 290),
      pane(240, 290),
    )
  );
}

/** A wooden top from `y` down to the lower edge, its far edge catching the light. */
export function woodenTable({ width, height }: Format, y: number, colours: readonly string[], seed = 7): string {
  const seam = (index: number) => `M${width * (0.1 + index * 0.27)} ${y}L${width * (index * 0.45 - 0.175)} ${height}`;
  return [
    linear('tabletop', colours),
    wood('tablewood', 0.34, seed),
    linear('tableshine', ['#fff2d890', '#fff2d800']),
    linear('tableback', ['#3a1c0a00', '#3a1c0a40']),
    box([0, y - 60, width, 60], 0, use('tableback')),
    box([0, y, width, height - y], 0, use('tabletop'), { filter: use('tablewood') }),
    repeat(4, (index) => line(seam(index), '#3a1c0a', 3, { opacity: 0.28 })),
    repeat(4, (index) => line(seam(index), '#fff2d8', 2, { opacity: 0.2, transform: 'translate(4 0)' })),
    box([0, y, width, 100], 0, use('tableshine')),
  ].join('');
}

/** A plain top without grain: cloth, lacquer or stone. */
export function plainTable({ width, height }: Format, y: number, colours: readonly string[]): string {
  return (
    linear('tabletop', colours) +
    linear('tableshine', ['#ffffff60', '#ffffff00']) +
    box([0, y, width, height - y], 0, use('tabletop')) +
    box([0, y, width, 110], 0, use('tableshine'))
  );
}

/** Defines the soft spots that stand for shadows and glows. */
function softSpots(): string {
  return [
    radial('spot-shade', ['#2b1408d0', '#2b140890', '#2b140838', '#2b140800'], [0.5, 0.5, 0.5]),
    radial('spot-glow', ['#fffbeaff', '#fffbea90', '#fffbea30', '#fffbea00'], [0.5, 0.5, 0.5]),
    radial('spot-blush', ['#f58fa4ff', '#f58fa4a0', '#f58fa440', '#f58fa400'], [0.5, 0.5, 0.5]),
  ].join('');
}

/** A spot with soft edges, turned by `turn` degrees. */
export function spot(
  kind: 'shade' | 'glow' | 'blush',
  [cx, cy, rx, ry]: readonly [number, number, number, number],
  opacity = 1,
  turn = 0,
): string {
  return ellipse(cx, cy, rx, ry, use(`spot-${kind}`), { opacity, transform: `rotate(${turn} ${cx} ${cy})` });
}

/** Where a thing stands: a dark core and a wide soft shadow that falls to the right. */
export function shadowUnder(cx: number, cy: number, rx: number, ry: number, depth = 1): string {
  return (
    spot('shade', [cx + rx * 0.25, cy + ry * 0.12, rx * 1.5, ry * 1.5], 0.75 * depth) +
    spot('shade', [cx, cy, rx * 1.12, ry * 0.75], 0.9 * depth)
  );
}
