import { linear, radial, use } from '../studio/fills';
import { landscape, picture, scatter, spot } from '../studio/settings';
import { box, circle, element, ellipse, group, line, made, path, place, repeat } from '../studio/shapes';
import { felt, smooth, surface } from '../studio/textures';

/** A promotional badge with a star and an old concert ticket, pinned to a cork board. */
export function starBadge(): string {
  return picture(
    landscape,
    cork(),
    materials(),
    place({ x: 520, y: 690, turn: -9 }, ticket()),
    ribbon(),
    spot('shade', [1040, 690, 370, 370], 0.75),
    place({ x: 1000, y: 630 }, badge()),
  );
}

function cork(): string {
  const crumb = (index: number) =>
    ellipse(
      scatter(index) * 1600,
      scatter(index + 500) * 1200,
      3 + scatter(index + 90) * 9,
      3 + scatter(index + 31) * 5,
      index % 3 ? '#8d5f36' : '#e8c493',
      {
        opacity: 0.22 + scatter(index + 17) * 0.3,
      },
    );
  return [
    radial('cork', ['#dcb27c', '#c99a63', '#a5763f'], [0.3, 0.2, 1]),
    surface('corking', { ...felt, round: 0, grain: '.06 .06', nap: 0.1, fray: 0 }),
    box([-200, -200, 2000, 1600], 0, use('cork'), { filter: use('corking') }),
    repeat(260, crumb),
  ].join('');
}

function materials(): string {
  return [
    radial('enamel', ['#e8668f', '#c23565', '#8a1c43'], [0.36, 0.28, 0.85]),
    radial('gold', ['#fff3c4', '#f0cb62', '#bd8c26', '#8a6118'], [0.36, 0.28, 0.85]),
    radial('star', ['#fffbe6', '#ffe08a', '#f2b93b'], [0.4, 0.3, 0.8]),
    radial('pin', ['#bfe3ee', '#4aa0bd', '#1f6480'], [0.35, 0.3, 0.75]),
    linear('paper', ['#fff8e6', '#f3e3c2']),
    linear('stub', ['#7fb3bf', '#4a8496']),
    linear('ribbon', ['#3f7f93', '#6db0c0', '#3f7f93'], [0, 0, 1, 0]),
    surface('metal', { ...smooth, round: 10, relief: 14, gloss: 0.5 }),
  ].join('');
}

/** Lettering is hinted at by bars, as on a ticket too far away to read. */
function ticket(): string {
  const outline = 'M-370 -190H370V-40A40 40 0 0 0 370 40V190H-370V40A40 40 0 0 0 -370 -40Z';
  const bar = (x: number, y: number, length: number, colour: string, width: number) =>
    line(`M${x} ${y}h${length}`, colour, width, { 'stroke-linecap': 'butt' });
  return [
    group({ opacity: 0.35, transform: 'translate(14 20)' }, path(outline, '#2b1408')),
    element('clipPath', { id: 'ticket' }, path(outline, '#000')),
    path(outline, use('paper')),
    group({ 'clip-path': 'url(#ticket)' }, path('M-380 -200H-210V200H-380Z', use('stub')), wave()),
    line('M-210 -176V180', '#b9a37c', 5, { 'stroke-dasharray': '2 14' }),
    bar(-160, -112, 300, '#7a3350', 40),
    bar(-160, -48, 220, '#b98a54', 18),
    bar(-160, -8, 260, '#b98a54', 18),
    repeat(19, (index) => bar(-160 + index * 15, 118, 4 + scatter(index) * 8, '#3a2a22', 64)),
    path('M-295 -60l16 44h46l-38 28l15 46l-39 -28l-39 28l15 -46l-38 -28h46Z', '#fff3d0', { opacity: 0.9 }),
    pin(0, -160),
  ].join('');
}

/** Rays of a stage light across the paper. */
function wave(): string {
  return repeat(5, (index) => path(`M370 -200L${130 + index * 46} 200h22Z`, '#f0a9b6', { opacity: 0.4 }));
}

function pin(x: number, y: number): string {
  return (
    spot('shade', [x + 18, y + 26, 50, 40], 0.9) +
    circle(x, y, 32, use('pin')) +
    circle(x - 4, y - 6, 20, '#8fd0e2', { opacity: 0.5 }) +
    ellipse(x - 11, y - 13, 9, 7, '#ffffff', { opacity: 0.9 })
  );
}

/** Two ends of a ribbon under the badge. */
function ribbon(): string {
  const end = (x: number, turn: number) =>
    place(
      { x, y: 800, turn },
      path('M-78 0H78V310L0 260L-78 310Z', '#2b1408', { opacity: 0.3, transform: 'translate(14 18)' }),
      path('M-78 0H78V310L0 260L-78 310Z', use('ribbon')),
      line('M-58 0V284M58 0V284', '#d5ecf1', 5, { opacity: 0.7 }),
    );
  return end(920, 14) + end(1084, -14);
}

function badge(): string {
  const edge = Array.from({ length: 48 }, (_, index) => {
    const [angle, reach] = [(index * Math.PI) / 24, index % 2 ? 318 : 338];
    return `${Math.cos(angle) * reach} ${Math.sin(angle) * reach}`;
  }).join('L');
  return [
    made('metal', path(`M${edge}Z`, use('gold'))),
    circle(0, 0, 280, '#8a6118'),
    made('metal', circle(0, 0, 274, use('enamel'))),
    circle(0, 0, 238, 'none', {
      stroke: '#ffe6a0',
      'stroke-width': 5,
      'stroke-opacity': 0.8,
      'stroke-dasharray': '2 18',
      'stroke-linecap': 'round',
    }),
    spot('shade', [10, 18, 220, 210], 0.5),
    made('metal', path(star(196, 88), use('star'))),
    path('M-210 -120C-170 -210 -80 -252 10 -250C-70 -226 -140 -170 -172 -92C-180 -76 -216 -98 -210 -120Z', '#ffffff', {
      opacity: 0.35,
    }),
  ].join('');
}

/** Five points with round-looking tips; radius of tips and of the dents between. */
function star(outer: number, inner: number): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const [angle, reach] = [(index * Math.PI) / 5 - Math.PI / 2, index % 2 ? inner : outer];
    return `${Math.cos(angle) * reach} ${Math.sin(angle) * reach}`;
  });
  return `M${points.join('L')}Z`;
}
