import { linear, radial, use } from '../studio/fills';
import { farLights, landscape, picture, plainTable, shadowUnder, spot, sunOnWall, wall } from '../studio/settings';
import { barrel, ellipse, group, line, path, repeat } from '../studio/shapes';
import { blur } from '../studio/textures';

const [cx, top, bottom, radius] = [740, 420, 960, 282];

/** A red enamel mug with white dots and a chipped rim, on a linen cloth. */
export function enamelMug(): string {
  return picture(
    landscape,
    wall(landscape, ['#e9eee6', '#c9d6cc', '#98aca2']),
    sunOnWall(120, 60, 1.2, 0.7),
    farLights(landscape, '#fdfdf2', 4, 6),
    plainTable(landscape, 800, ['#f6efe2', '#e4d7c3', '#c9b79d']),
    linen(),
    shadowUnder(cx + 40, 1000, 320, 84),
    materials(),
    handle(),
    path(barrel(cx, [top, radius], [bottom, radius - 22]), use('enamel')),
    dots(),
    shine(),
    rim(),
    steam(),
  );
}

function materials(): string {
  return [
    linear('enamel', ['#7c1013', '#c3201f', '#ef5140', '#dc2e27', '#b01a1b', '#690c10'], [0, 0, 1, 0]),
    linear('inside', ['#c9c2b8', '#f6f2ea', '#fffdf8'], [0, 0, 1, 0]),
    radial('coffee', ['#7b4a2a', '#4a2814', '#2e170a'], [0.4, 0.4, 0.7]),
    linear('white', ['#d8cfc6', '#fffdf8', '#fffdf8', '#e6ddd4', '#b9aea4'], [0, 0, 1, 0]),
    blur('mist', 26),
  ].join('');
}

function linen(): string {
  return (
    repeat(12, (index) =>
      line(`M${-300 + index * 190} 1200L${300 + index * 92} 800`, '#b9a488', 3, { opacity: 0.22 }),
    ) +
    repeat(4, (index) => line(`M0 ${846 + index * index * 36}H1600`, '#b9a488', 3, { opacity: 0.2 })) +
    repeat(2, (index) => line(`M0 ${1096 + index * 34}H1600`, '#7a93a8', 12, { opacity: 0.5 }))
  );
}

function handle(): string {
  const bow = 'M1004 528C1190 480 1250 660 1180 776C1130 858 1050 872 990 868';
  return [
    line(bow, '#5e0a0d', 62),
    line(bow, '#b51d1d', 52),
    line(bow, '#e2483b', 26, { transform: 'translate(-7 -8)' }),
    line('M1040 520C1160 500 1210 600 1184 700', '#ffb9a8', 8, { opacity: 0.8, transform: 'translate(-6 -6)' }),
  ].join('');
}

/** The dots lie on the round wall: towards its sides they grow narrow. */
function dots(): string {
  const dot = (row: number, column: number) => {
    const angle = ((column - 4) * 24 + (row % 2) * 12) * (Math.PI / 180);
    const level = row / 4;
    const reach = radius - 22 * level;
    const y = top + 76 + row * 108 + Math.cos(angle) * 62;
    const narrow = Math.cos(angle);
    return narrow < 0.2 ? '' : ellipse(cx + Math.sin(angle) * reach, y, 29 * narrow, 29, use('white'));
  };
  return repeat(5, (row) => repeat(9, (column) => dot(row, column)));
}

function shine(): string {
  return (
    path('M566 500C556 640 566 800 590 950L632 972C604 800 600 650 606 516Z', '#ffffff', { opacity: 0.34 }) +
    path('M900 520C910 700 900 850 884 976L900 970C922 830 930 690 924 510Z', '#ffd9c8', { opacity: 0.25 }) +
    spot('shade', [cx, 1010, 270, 60], 0.5)
  );
}

function rim(): string {
  return [
    ellipse(cx, top, radius + 8, 76, '#23304a'),
    ellipse(cx, top - 3, radius + 4, 72, '#4b608a'),
    ellipse(cx, top, radius - 10, 64, use('inside')),
    ellipse(cx, top + 26, radius - 42, 40, use('coffee')),
    ellipse(cx - 70, top + 16, 90, 10, '#c99b6f', { opacity: 0.5 }),
    path('M612 484l26 4l10 14l-20 10l-24 -8Z', '#2b2b2b'),
    path('M612 484l26 4l-4 6l-20 -2Z', '#8b8b8b'),
  ].join('');
}

function steam(): string {
  return group(
    { filter: use('mist'), opacity: 0.55 },
    line('M690 400C640 300 760 240 700 130', '#ffffff', 46),
    line('M800 400C770 310 870 260 830 180', '#ffffff', 38),
  );
}
