import { linear, radial, use } from '../studio/fills';
import { farLights, landscape, picture, shadowUnder, spot, wall, woodenTable } from '../studio/settings';
import { box, circle, ellipse, line, made, mirrored, path, place, repeat } from '../studio/shapes';
import { smooth, surface } from '../studio/textures';

/** A wind-up tin robot from a flea market. */
export function tinRobot(): string {
  return picture(
    landscape,
    wall(landscape, ['#f7d9a8', '#e0a56e', '#9d5f43']),
    farLights(landscape, '#ffe9bf', 14, 9),
    woodenTable(landscape, 920, ['#b5835a', '#8d5f3c', '#633f27']),
    materials(),
    shadowUnder(800, 1092, 300, 62),
    place({ x: 800, y: 1086, scale: 0.98 }, key(), legs(), arms(), trunk(), panel(), head()),
  );
}

function materials(): string {
  return [
    linear('teal', ['#2c6a6e', '#63aaa9', '#a8dbd2', '#5fa3a3', '#23585d'], [0, 0, 1, 0]),
    linear('red', ['#8f2b22', '#d95140', '#f58c72', '#cf4636', '#7d2119'], [0, 0, 1, 0]),
    linear('chrome', ['#5d6468', '#e4e7e8', '#9aa1a5', '#f6f7f7', '#6a7176'], [0, 0, 1, 0]),
    linear('brass', ['#7d5c22', '#e9c46a', '#fff0b8', '#d1a548', '#6f4f1a'], [0, 0, 1, 0]),
    radial('lamp', ['#fffbe0', '#ffd75e', '#e08a1e'], [0.42, 0.38, 0.7]),
    radial('dial', ['#fffdf3', '#f1e5c8'], [0.4, 0.4, 0.8]),
    surface('tin', { ...smooth, round: 14, relief: 14, gloss: 0.45 }),
  ].join('');
}

/** The winding key in its back looks out on the right. */
function key(): string {
  return (
    line('M220 -420H330', '#7d5c22', 24) +
    line('M220 -424H330', '#e9c46a', 12) +
    made(
      'tin',
      path(
        'M330 -420C330 -500 400 -520 410 -470C416 -440 396 -428 378 -420C396 -412 416 -400 410 -370C400 -320 330 -340 330 -420Z',
        use('brass'),
      ),
    ) +
    circle(376, -466, 13, '#8d5f3c') +
    circle(376, -374, 13, '#8d5f3c')
  );
}

function legs(): string {
  return mirrored(
    box([44, -200, 96, 150], 10, use('chrome')),
    repeat(3, (index) => line(`M46 ${-166 + index * 38}H138`, '#4b5155', 5, { opacity: 0.6 })),
    made('tin', path('M26 0C20 -60 40 -84 96 -84C160 -84 190 -50 190 0Z', use('red'))),
    line('M34 -14H182', '#5d140e', 8, { opacity: 0.5 }),
  );
}

function arms(): string {
  return mirrored(
    made('tin', circle(232, -520, 54, use('red'))),
    path('M206 -490H268L286 -300H222Z', use('chrome')),
    repeat(5, (index) =>
      line(`M${208 + index * 3} ${-456 + index * 34}h${62 + index}`, '#4b5155', 5, { opacity: 0.55 }),
    ),
    made(
      'tin',
      path(
        'M206 -300H306L316 -250C330 -200 300 -170 286 -160L276 -200C286 -226 280 -240 258 -240C238 -240 232 -226 240 -200L230 -160C200 -180 190 -220 198 -256Z',
        use('red'),
      ),
    ),
  );
}

function trunk(): string {
  return [
    box([-206, -580, 412, 400], 30, use('teal')),
    made('tin', box([-206, -580, 412, 400], 30, use('teal'))),
    spot('shade', [0, -190, 230, 40], 0.5),
    mirrored(
      repeat(4, (index) => circle(180, -548 + index * 112, 9, '#dff2ee', { stroke: '#1d4a4e', 'stroke-width': 3 })),
    ),
    line('M-170 -360C-60 -340 -40 -356 -30 -360', '#d9f2ec', 3, { opacity: 0.5 }),
    path('M-206 -240c26 -8 44 6 40 30c-14 14 -30 10 -40 12Z', '#a3683c', { opacity: 0.55 }),
  ].join('');
}

/** Gauge, lamps and grille on the chest. */
function panel(): string {
  const tick = (index: number) =>
    line('M0 -62V-50', '#4a3a2a', 5, { transform: `translate(-70 -450) rotate(${-90 + index * 30})` });
  return [
    box([-160, -540, 320, 290], 22, use('brass')),
    box([-148, -528, 296, 266], 16, '#23474b'),
    circle(-70, -450, 72, use('chrome')),
    circle(-70, -450, 64, use('dial')),
    repeat(7, tick),
    line('M-70 -450L-34 -486', '#c2352a', 7),
    circle(-70, -450, 9, '#4a3a2a'),
    repeat(3, (index) =>
      circle(
        50 + (index % 2) * 64,
        -486 + Math.floor(index / 2) * 70,
        24,
        ['#f0644f', '#ffd75e', '#7ccf8a'][index] ?? '',
      ),
    ),
    repeat(3, (index) =>
      circle(43 + (index % 2) * 64, -494 + Math.floor(index / 2) * 70, 7, '#ffffff', { opacity: 0.8 }),
    ),
    repeat(6, (index) => line(`M-120 ${-352 + index * 15}H120`, '#7fc0bb', 6, { opacity: 0.75 })),
    circle(114, -416, 24, use('chrome')),
  ].join('');
}

function head(): string {
  return [
    box([-60, -630, 120, 60], 8, use('chrome')),
    repeat(3, (index) => line(`M-58 ${-616 + index * 16}H58`, '#4b5155', 4, { opacity: 0.6 })),
    mirrored(
      made('tin', path('M150 -800H196V-700H150Z', use('red'))),
      line('M196 -750H224', '#c5cacc', 12),
      circle(228, -750, 14, use('lamp')),
    ),
    made(
      'tin',
      path(
        'M-160 -620C-176 -680 -176 -800 -150 -860C-120 -910 120 -910 150 -860C176 -800 176 -680 160 -620Z',
        use('teal'),
      ),
    ),
    line('M0 -898V-970', '#c5cacc', 12),
    circle(0, -984, 26, use('lamp')),
    spot('glow', [0, -984, 80, 80], 0.6),
    mirrored(
      circle(72, -776, 56, use('chrome')),
      circle(72, -776, 44, use('lamp')),
      circle(72, -774, 19, '#3a2413'),
      ellipse(60, -790, 12, 10, '#ffffff', { opacity: 0.9 }),
    ),
    box([-86, -690, 172, 44], 22, '#1d4a4e'),
    repeat(7, (index) => line(`M${-60 + index * 20} -684V-652`, '#f1e5c8', 7)),
  ].join('');
}
