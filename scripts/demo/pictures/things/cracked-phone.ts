import { linear, radial, use } from '../studio/fills';
import { type Format, farLights, landscape, picture, scatter, spot, wall } from '../studio/settings';
import { box, circle, ellipse, group, line, path, place, repeat } from '../studio/shapes';
import { blur, wood } from '../studio/textures';

/** A black smartphone with a cracked corner, forgotten on a park bench. */
export function crackedPhone(): string {
  return picture(landscape, park(landscape), bench(), materials(), phone(), leaf());
}

function park(format: Format): string {
  const tree = (index: number) =>
    ellipse(
      index * 210 - 30,
      150 + scatter(index) * 200,
      190,
      170 + scatter(index + 9) * 120,
      ['#6f8f4e', '#93ab5c', '#57793f'][index % 3] ?? '',
      {
        opacity: 0.75,
      },
    );
  return [
    wall(format, ['#fdf3cf', '#c9d79a', '#7f9c62']),
    blur('park', 34, 10),
    group({ filter: use('park') }, repeat(9, tree), box([0, 480, 1600, 200], 0, '#a9bd6e')),
    farLights(format, '#fffbd2', 21, 14),
  ].join('');
}

/** Four slats seen along their length, the far ones narrower. */
function bench(): string {
  const rows = [
    [560, 96],
    [676, 128],
    [826, 164],
    [1014, 200],
  ] as const;
  const slat = (index: number) => {
    const [y, depth] = rows[index] ?? [0, 0];
    return (
      box([-20, y, 1640, depth], 12, use('slat'), { filter: use('slatwood') }) +
      box([-20, y, 1640, 10], 5, '#ffeccb', { opacity: 0.55 }) +
      box([-20, y + depth - 16, 1640, 18], 6, '#2b1408', { opacity: 0.4 })
    );
  };
  return [
    linear('slat', ['#d19a66', '#b67b4a', '#8f5b34']),
    wood('slatwood', 0.36, 21),
    box([0, 556, 1600, 644], 0, '#2a190f'),
    repeat(4, slat),
    repeat(3, (index) => circle(190, 606 + index * 135, 12 + index * 2, '#5d4a3c')),
    repeat(3, (index) => circle(186, 602 + index * 135, 5 + index, '#d9c9b4')),
  ].join('');
}

function materials(): string {
  return [
    linear('bezel', ['#5a5f66', '#1d2024', '#0a0b0d', '#3a3f45'], [0, 0, 1, 1]),
    linear('display', ['#2b3340', '#0d1117', '#06080b'], [0, 0, 0.8, 1]),
    linear('sky', ['#cfe3ea99', '#cfe3ea22', '#cfe3ea00'], [0, 0, 1, 0.6]),
    radial('glasshit', ['#ffffffcc', '#ffffff33', '#ffffff00'], [0.5, 0.5, 0.5]),
  ].join('');
}

/** Lies aslant: drawn upright and sheared into the plane of the bench. */
function phone(): string {
  const flat = 'translate(760 866) rotate(-7) skewX(-30) scale(1.1 0.54) translate(-200 0)';
  return [
    spot('shade', [800, 930, 600, 330], 0.85, -10),
    group({ transform: `translate(6 24) ${flat}` }, box([-60, -440, 520, 880], 66, '#050607')),
    group(
      { transform: flat },
      box([-60, -440, 520, 880], 66, use('bezel')),
      box([-46, -426, 492, 852], 54, '#050607'),
      box([-28, -400, 456, 800], 34, use('display')),
      path('M-28 -366C-28 -386 -14 -400 6 -400H250L-28 260Z', use('sky')),
      circle(200, -372, 11, '#10151c', { stroke: '#39424e', 'stroke-width': 4 }),
      ellipse(192, -376, 4, 3, '#9fc3d9'),
      crack(),
    ),
  ].join('');
}

/** Splinters around the lower right corner. */
function crack(): string {
  const ray = (index: number) => {
    const angle = (178 + index * 12.5) * (Math.PI / 180);
    const reach = 150 + scatter(index + 3) * 210;
    const bend = 0.14 * (scatter(index + 8) - 0.5);
    const [x1, y1] = [396 + Math.cos(angle) * reach * 0.5, 352 + Math.sin(angle) * reach * 0.5];
    const [x2, y2] = [396 + Math.cos(angle + bend) * reach, 352 + Math.sin(angle + bend) * reach];
    return line(`M396 352L${x1} ${y1}L${x2} ${y2}`, '#e6eef2', index % 3 ? 2.5 : 4, { opacity: 0.85 });
  };
  return [
    circle(396, 352, 90, use('glasshit'), { opacity: 0.6 }),
    repeat(9, ray),
    line('M316 338L330 296L368 268L410 262', '#e6eef2', 2.5, { opacity: 0.8 }),
    line('M256 330L276 262L330 214L404 196', '#e6eef2', 2, { opacity: 0.6 }),
    path('M396 352L424 330L426 396L380 398Z', '#f4f8fa', { opacity: 0.5 }),
  ].join('');
}

/** An autumn leaf beside it. */
function leaf(): string {
  const blade = 'M0 -90C50 -60 60 0 0 90C-60 0 -50 -60 0 -90Z';
  return (
    spot('shade', [1324, 1092, 130, 56], 0.6) +
    place(
      { x: 1310, y: 1070, turn: 64 },
      linear('autumn', ['#f2b84b', '#d9772b', '#a8461c']),
      path(blade, use('autumn')),
      line('M0 -80V120M0 -40L24 -58M0 -40L-24 -58M0 0L32 -22M0 0L-32 -22M0 40L24 18M0 40L-24 18', '#7d3514', 4, {
        opacity: 0.7,
      }),
    )
  );
}
