import { linear, radial, use } from '../studio/fills';
import { farLights, landscape, picture, scatter, spot, wall } from '../studio/settings';
import { box, circle, ellipse, line, path, place, repeat } from '../studio/shapes';

/** A silver ring with a small green stone, close up on a folded velvet cloth. */
export function silverRing(): string {
  return picture(
    landscape,
    wall(landscape, ['#7d5a6e', '#4d3348', '#2a1a2b']),
    farLights(landscape, '#ffdcae', 31, 14),
    velvet(),
    materials(),
    spot('shade', [830, 960, 420, 110], 0.9),
    place({ x: 800, y: 660 }, farSide(), nearSide(), setting()),
    sparkles(),
  );
}

/** A few broad folds; each has a lit back and a dark hollow below it. */
function velvet(): string {
  const folds = [
    'M0 850C200 720 420 760 640 800C900 850 1150 720 1600 800V1200H0Z',
    'M0 1010C300 930 640 1030 980 990C1240 960 1400 1000 1600 940V1200H0Z',
    'M0 1130C260 1100 460 1150 760 1130C1100 1100 1300 1150 1600 1090V1200H0Z',
  ];
  const fold = (index: number) =>
    spot('shade', [800, 800 + index * 160, 1000, 90], 0.55) + path(folds[index] ?? '', use('plum'));
  return [
    linear('plum', ['#a84a74', '#7a2d52', '#43172f']),
    repeat(folds.length, fold),
    spot('glow', [430, 830, 420, 70], 0.14, -6),
    spot('glow', [1240, 840, 380, 60], 0.1, -6),
    spot('glow', [520, 1040, 460, 60], 0.12, 2),
  ].join('');
}

function materials(): string {
  return [
    linear('silver', ['#6f7680', '#eef1f4', '#a3abb5', '#ffffff', '#8b939e', '#dfe4e9', '#6a717b'], [0, 0, 1, 0.2]),
    linear('within', ['#4f5660', '#9aa2ad', '#e7ebef', '#8a929d', '#3f454e'], [0, 0, 1, 0]),
    radial('emerald', ['#c9ffe2', '#3fcf8d', '#12804f', '#064a2e'], [0.36, 0.3, 0.8]),
  ].join('');
}

/** The band stands upright, a little turned, so that its inner side shows on the right. */
function farSide(): string {
  return (
    ellipse(34, 0, 268, 288, 'none', { stroke: '#3f454e', 'stroke-width': 60 }) +
    ellipse(26, 0, 270, 288, 'none', { stroke: use('within'), 'stroke-width': 54 })
  );
}

function nearSide(): string {
  return [
    ellipse(-4, 0, 278, 294, 'none', { stroke: '#5b626c', 'stroke-width': 42 }),
    ellipse(-8, 0, 278, 294, 'none', { stroke: use('silver'), 'stroke-width': 36 }),
    line('M-262 -130C-290 -20 -262 120 -206 190', '#ffffff', 9, { opacity: 0.85 }),
    line('M120 266C180 236 226 180 250 116', '#ffffff', 7, { opacity: 0.7 }),
    line('M-90 -276C-60 -286 -40 -290 -20 -290', '#ffffff', 8, { opacity: 0.8 }),
  ].join('');
}

function setting(): string {
  const prong = (index: number) => {
    const angle = (45 + index * 90) * (Math.PI / 180);
    const [x, y] = [Math.cos(angle) * 92, -346 + Math.sin(angle) * 74];
    return circle(x, y, 20, '#79818b') + circle(x - 3, y - 4, 16, '#eef1f4');
  };
  return [
    path('M-96 -316C-80 -250 80 -250 96 -316L60 -262C30 -244 -30 -244 -60 -262Z', use('within')),
    ellipse(0, -340, 124, 100, '#5b626c'),
    ellipse(-3, -346, 120, 96, use('silver')),
    stone(),
    repeat(4, prong),
  ].join('');
}

/** Facets around a table, each side catching its own share of the light. */
function stone(): string {
  const at = (turn: number, reach: number) =>
    `${Math.cos((turn * Math.PI) / 4 + 0.39) * 98 * reach} ${-346 + Math.sin((turn * Math.PI) / 4 + 0.39) * 78 * reach}`;
  const facet = (index: number) =>
    path(
      `M${at(index, 1)}L${at(index + 1, 1)}L${at(index + 1, 0.56)}L${at(index, 0.56)}Z`,
      index > 2 && index < 6 ? '#d9ffe9' : '#04351f',
      { opacity: 0.16 + scatter(index + 2) * 0.3 },
    );
  const table = Array.from({ length: 8 }, (_, index) => at(index, 0.56)).join('L');
  return [
    ellipse(0, -346, 98, 78, use('emerald')),
    repeat(8, facet),
    path(`M${table}Z`, '#5fe0a5', { opacity: 0.45 }),
    path(`M${at(3, 0.56)}L${at(4, 0.56)}L${at(5, 0.56)}L${at(6, 0.3)}Z`, '#f2fff8', { opacity: 0.75 }),
  ].join('');
}

function sparkles(): string {
  const star = (x: number, y: number, size: number) =>
    path(
      `M${x} ${y - size}Q${x} ${y} ${x + size} ${y}Q${x} ${y} ${x} ${y + size}Q${x} ${y} ${x - size} ${y}Q${x} ${y} ${x} ${y - size}Z`,
      '#ffffff',
      { opacity: 0.95 },
    );
  const dust = (index: number) =>
    box([scatter(index) * 1600, 840 + scatter(index + 40) * 330, 4, 4], 2, '#ffd9ea', { opacity: 0.35 });
  return star(742, 276, 58) + star(530, 520, 36) + star(1052, 760, 30) + repeat(30, dust);
}
