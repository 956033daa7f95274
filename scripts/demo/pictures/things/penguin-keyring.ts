import { linear, radial, use } from '../studio/fills';
import { landscape, picture, plainTable, spot, sunOnWall } from '../studio/settings';
import { circle, ellipse, group, line, made, mirrored, path, place, repeat } from '../studio/shapes';
import { plush, surface } from '../studio/textures';

/** A plush penguin on a key ring, lying on a desk with two keys. */
export function penguinKeyring(): string {
  return picture(
    landscape,
    plainTable(landscape, 0, ['#e6efe9', '#cfdfd8', '#aebfba']),
    sunOnWall(1020, 40, 1.15, 0.55),
    notebook(),
    materials(),
    keys(),
    spot('shade', [760, 760, 470, 440], 0.6),
    place({ x: 700, y: 1040, turn: -8, scale: 1.02 }, loop(), feet(), body(), wings(), face(), scarf()),
    ring(),
  );
}

function materials(): string {
  return [
    surface('fur', { ...plush, round: 28 }),
    surface('shortfur', { ...plush, round: 16, relief: 18, fray: 3, nap: 0.05 }),
    radial('navy', ['#5d7392', '#3b4d6b', '#26334b']),
    radial('belly', ['#fffdf8', '#f3ece1', '#d6cbbd']),
    radial('orange', ['#ffc56b', '#f2973a', '#cc6c1c']),
    radial('berry', ['#f0789b', '#d0476f', '#a32b51']),
    radial('eye', ['#5b4034', '#1d1310', '#0b0706'], [0.4, 0.35, 0.7]),
    linear('steel', ['#6a7178', '#eef0f2', '#a5acb3', '#ffffff', '#78808a'], [0, 0, 1, 1]),
    linear('brass', ['#8f6a26', '#ffe6a0', '#c99b3c', '#f6dd9b', '#8a6420'], [0, 0, 1, 1]),
  ].join('');
}

/** The corner of a squared notebook. */
function notebook(): string {
  return group(
    { transform: 'rotate(9 300 200)' },
    spot('shade', [210, 420, 420, 480], 0.35),
    path('M-300 -300H470V620H-300Z', '#fffdf6'),
    repeat(15, (index) => line(`M-300 ${-40 + index * 46}H470`, '#9fc0d6', 2.5, { opacity: 0.55 })),
    repeat(12, (index) => line(`M${-60 + index * 46} -300V620`, '#9fc0d6', 2.5, { opacity: 0.4 })),
    line('M388 -300V620', '#e59aa0', 3, { opacity: 0.7 }),
  );
}

function loop(): string {
  return (
    line('M0 -716C-30 -790 -10 -840 40 -850C90 -850 96 -790 20 -716', '#a32b51', 22) +
    line('M0 -716C-30 -790 -10 -840 40 -850C90 -850 96 -790 20 -716', '#f0789b', 8, { 'stroke-dasharray': '12 9' })
  );
}

function body(): string {
  const outline =
    'M0 -730C160 -730 230 -620 240 -480C290 -330 290 -160 220 -60C150 10 -150 10 -220 -60C-290 -160 -290 -330 -240 -480C-230 -620 -160 -730 0 -730Z';
  const belly =
    'M0 -400C120 -400 186 -300 184 -190C180 -80 110 -24 0 -24C-110 -24 -180 -80 -184 -190C-186 -300 -120 -400 0 -400Z';
  return made('fur', path(outline, use('navy'))) + made('shortfur', path(belly, use('belly')));
}

function wings(): string {
  return (
    mirrored(spot('shade', [232, -260, 70, 190], 0.5, -10)) +
    made(
      'fur',
      mirrored(
        path(
          'M196 -420C270 -420 330 -300 336 -190C336 -130 290 -120 262 -160C230 -220 200 -300 186 -360Z',
          use('navy'),
        ),
      ),
    )
  );
}

function feet(): string {
  return made(
    'shortfur',
    mirrored(path('M20 -30C30 -80 170 -90 200 -30C214 20 170 50 110 50C50 50 14 20 20 -30Z', use('orange'))),
  );
}

function face(): string {
  const mask =
    'M0 -600C40 -660 150 -660 172 -560C190 -460 110 -410 0 -410C-110 -410 -190 -460 -172 -560C-150 -660 -40 -660 0 -600Z';
  return [
    made('shortfur', path(mask, use('belly'))),
    mirrored(
      spot('shade', [82, -548, 48, 48], 0.5),
      circle(80, -550, 30, use('eye')),
      circle(70, -561, 10, '#ffffff', { opacity: 0.95 }),
      circle(90, -539, 5, '#ffffff', { opacity: 0.5 }),
      spot('blush', [128, -486, 60, 42], 0.75),
    ),
    spot('shade', [4, -490, 70, 44], 0.4),
    made('shortfur', path('M-52 -510C-20 -546 20 -546 52 -510C30 -470 -30 -470 -52 -510Z', use('orange'))),
    line('M-44 -508C-16 -498 16 -498 44 -508', '#a8561a', 4, { opacity: 0.7 }),
  ].join('');
}

function scarf(): string {
  const around =
    'M-246 -440C-180 -370 180 -370 246 -440C262 -410 264 -380 256 -356C170 -290 -170 -290 -256 -356C-264 -380 -262 -410 -246 -440Z';
  return [
    spot('shade', [0, -318, 240, 50], 0.45),
    spot('shade', [140, -220, 70, 140], 0.4),
    made('shortfur', path('M96 -350L186 -366L214 -170L116 -158Z', use('berry'))),
    made('shortfur', path(around, use('berry'))),
    repeat(6, (index) => line(`M${122 + index * 17} -160l${index % 2 ? 3 : -3} 34`, '#d0476f', 9)),
  ].join('');
}

/** Lie under the penguin's ring; drawn pointing right. */
function keys(): string {
  const key = (fill: string) =>
    path(
      'M-70 0A74 74 0 1 1 70 30L64 60H360L386 84L360 108L330 92L306 112L280 92L250 112L226 94L64 96C30 130 -70 110 -70 0ZM-34 -6A22 22 0 1 0 10 -6A22 22 0 1 0 -34 -6Z',
      fill,
      { 'fill-rule': 'evenodd' },
    );
  const lying = (at: { x: number; y: number; turn: number }, fill: string) =>
    place({ ...at, x: at.x + 12, y: at.y + 16 }, group({ opacity: 0.28 }, key('#1c0c04'))) +
    place(at, key(fill), line('M60 78H340', '#ffffff', 5, { opacity: 0.55 }));
  return lying({ x: 990, y: 260, turn: 34 }, use('steel')) + lying({ x: 930, y: 330, turn: 66 }, use('brass'));
}

function ring(): string {
  return (
    ellipse(806, 236, 172, 148, 'none', {
      stroke: '#1c0c04',
      'stroke-width': 20,
      opacity: 0.25,
      transform: 'translate(12 18)',
    }) +
    ellipse(800, 230, 172, 148, 'none', { stroke: '#5d646c', 'stroke-width': 22 }) +
    ellipse(798, 227, 172, 148, 'none', { stroke: use('steel'), 'stroke-width': 15 })
  );
}
