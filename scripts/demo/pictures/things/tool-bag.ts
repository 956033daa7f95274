import { linear, radial, use } from '../studio/fills';
import { landscape, picture, shadowUnder, spot, sunOnWall, wall, woodenTable } from '../studio/settings';
import { box, circle, ellipse, line, made, mirrored, path, place, repeat, stitches } from '../studio/shapes';
import { cloth, smooth, surface } from '../studio/textures';

/** A service technician's tool bag in the hall, with his screwdrivers, tester and a coil of cable. */
export function toolBag(): string {
  return picture(
    landscape,
    wall(landscape, ['#f4ecdf', '#dccbb6', '#a88f78']),
    sunOnWall(80, 60, 1.1, 0.65),
    socket(),
    woodenTable(landscape, 890, ['#cda67a', '#a97f54', '#7b5836'], 17),
    materials(),
    shadowUnder(760, 1068, 470, 80),
    place({ x: 760, y: 1060 }, farGrip(), tools(), bag(), pockets(), nearGrip()),
    cable(),
  );
}

function materials(): string {
  return [
    radial('canvas', ['#5f7f93', '#44627a', '#2b4358'], [0.3, 0.15, 1]),
    radial('pocket', ['#6d8da0', '#507085', '#365065'], [0.3, 0.15, 1]),
    linear('tan', ['#c98d58', '#9a5f31', '#74421d']),
    linear('steel', ['#5d646c', '#eef0f2', '#9aa1a9', '#c9ced3', '#5d646c'], [0, 0, 1, 0]),
    linear('redgrip', ['#8f2419', '#e2594a', '#f2907f', '#b83528', '#7a1a12'], [0, 0, 1, 0]),
    linear('yellowgrip', ['#a8740c', '#f7c53c', '#ffe390', '#dfa01c', '#8f600a'], [0, 0, 1, 0]),
    linear('tester', ['#ffd75e', '#f2b429', '#cc8c12']),
    linear('screen', ['#d5e6c4', '#a9c29a']),
    surface('canvasing', { ...cloth, round: 26, relief: 30, nap: 0.05 }),
    surface('rubber', { ...smooth, round: 10, relief: 14, gloss: 0.3 }),
  ].join('');
}

/** A wall outlet with its cover off: what he came for. */
function socket(): string {
  return [
    spot('shade', [1306, 520, 130, 130], 0.5),
    box([1200, 410, 190, 190], 22, '#fbf7ef'),
    box([1214, 424, 162, 162], 16, '#efe7da'),
    circle(1295, 505, 62, '#ddd2c2'),
    circle(1295, 505, 54, '#cfc3b1'),
    circle(1272, 505, 9, '#4a3f36'),
    circle(1318, 505, 9, '#4a3f36'),
  ].join('');
}

function bag(): string {
  return [
    made(
      'canvasing',
      path(
        'M-440 -470C-460 -480 -470 -440 -474 -400L-500 -50C-500 -10 -480 0 -450 0H450C480 0 500 -10 500 -50L474 -400C470 -440 460 -480 440 -470C300 -420 -300 -420 -440 -470Z',
        use('canvas'),
      ),
    ),
    path('M-500 -60C-500 -10 -480 4 -450 4H450C480 4 500 -10 500 -60L494 -110H-494Z', use('tan')),
    stitches('M-486 -98H486', '#f0cf9a', 4, '15 10'),
    path('M-458 -474C-300 -424 300 -424 458 -474L464 -430C300 -380 -300 -380 -464 -430Z', use('tan')),
    stitches('M-456 -440C-300 -392 300 -392 456 -440', '#f0cf9a', 4, '15 10'),
  ].join('');
}

function pockets(): string {
  return [
    spot('shade', [-230, -110, 200, 60], 0.5),
    spot('shade', [220, -110, 240, 60], 0.5),
    driver(-300, -330, 'redgrip', 20),
    driver(-230, -350, 'yellowgrip', 24),
    driver(-160, -330, 'redgrip', 18),
    made(
      'canvasing',
      path('M-390 -330L-70 -330L-80 -120H-396Z', use('pocket')),
      path('M30 -330H396L402 -120H24Z', use('pocket')),
    ),
    stitches('M-376 -316H-84M46 -316H382M-284 -316L-288 -134M-176 -316L-180 -134', '#c9d9e2', 3, '11 8'),
    made('rubber', box([182, -356, 64, 110], 10, use('tan'))),
    circle(214, -274, 17, '#e6c46a', { stroke: '#8f6a26', 'stroke-width': 5 }),
  ].join('');
}

/** A screwdriver that stands in its loop, grip upwards. */
function driver(x: number, y: number, grip: string, half: number): string {
  return (
    box([x - 7, y - 20, 14, 80], 2, use('steel')) +
    made(
      'rubber',
      path(
        `M${x - half} ${y - 20}L${x - half + 4} ${y - 110}C${x - half} ${y - 150} ${x + half} ${y - 150} ${x + half - 4} ${y - 110}L${x + half} ${y - 20}Z`,
        use(grip),
      ),
    )
  );
}

function tools(): string {
  return [
    path('M-450 -468C-300 -560 300 -560 450 -468C300 -400 -300 -400 -450 -468Z', '#1f2f3d'),
    tester(),
    pliers(),
    place(
      { x: -250, y: -430, turn: -9 },
      box([-30, -250, 60, 300], 10, use('yellowgrip')),
      box([-30, -210, 60, 40], 0, '#3a3f45'),
      ellipse(0, -110, 15, 26, '#cfe6b8', { stroke: '#3a3f45', 'stroke-width': 4 }),
    ),
    place(
      { x: -60, y: -440, turn: 5 },
      box([-12, -210, 24, 220], 4, use('steel')),
      made('rubber', path('M-34 -200C-40 -290 -24 -330 0 -330C24 -330 40 -290 34 -200Z', use('redgrip'))),
    ),
  ].join('');
}

function tester(): string {
  return place(
    { x: 150, y: -440, turn: 8 },
    made('rubber', box([-88, -270, 176, 300], 24, use('tester'))),
    box([-62, -244, 124, 72], 8, '#3a3f45'),
    box([-54, -236, 108, 56], 5, use('screen')),
    line('M-30 -222V-196M-8 -222H12V-209H-8V-196H12M34 -222V-196', '#2f4030', 6),
    circle(0, -110, 44, '#3a3f45'),
    line('M0 -110L22 -140', '#f4f1e6', 9),
    line('M-60 -60C-110 -20 -130 -180 -170 -90C-190 -40 -180 0 -176 30', '#b83528', 9),
  );
}

function pliers(): string {
  return place(
    { x: 330, y: -430, turn: 13 },
    line('M-26 20C-50 -60 -46 -110 -12 -180', '#7a1a12', 34),
    line('M-26 20C-50 -60 -46 -110 -12 -180', '#e2594a', 22),
    line('M26 20C50 -60 46 -110 12 -180', '#7a1a12', 34),
    line('M26 20C50 -60 46 -110 12 -180', '#d9493a', 22),
    path(
      'M-30 -180C-30 -220 -20 -290 -6 -310L-2 -190L2 -310C20 -290 30 -220 30 -180C20 -160 -20 -160 -30 -180Z',
      use('steel'),
    ),
    circle(0, -190, 12, '#5d646c'),
  );
}

function farGrip(): string {
  return (
    line('M-230 -480C-230 -700 -150 -760 0 -760C150 -760 230 -700 230 -480', '#5a3317', 40) +
    line('M-230 -480C-230 -700 -150 -760 0 -760C150 -760 230 -700 230 -480', '#8a5228', 28)
  );
}

function nearGrip(): string {
  const bow = 'M-250 -300C-270 -600 -190 -690 0 -690C190 -690 270 -600 250 -300';
  return [
    line(bow, '#2b1408', 46, { opacity: 0.25, transform: 'translate(10 16)' }),
    line(bow, '#74421d', 46),
    line(bow, '#b67642', 34),
    stitches(bow, '#f0cf9a', 3, '13 10'),
    mirrored(
      box([216, -330, 70, 92], 14, use('tan')),
      circle(251, -306, 9, '#e6c46a'),
      circle(251, -262, 9, '#e6c46a'),
    ),
    made('rubber', path('M-130 -722C-60 -738 60 -738 130 -722L126 -656C60 -672 -60 -672 -126 -656Z', use('tan'))),
  ].join('');
}

/** A coil of white cable in front, on the right. */
function cable(): string {
  const turn = (index: number) =>
    ellipse(1290 + index * 5, 1056 - index * 15, 152 - index * 3, 58, 'none', {
      stroke: index % 2 ? '#f4f0e8' : '#dcd5c9',
      'stroke-width': 15,
    });
  return [
    shadowUnder(1296, 1082, 190, 60),
    repeat(5, turn),
    line('M1440 1060C1500 1090 1520 1130 1470 1150', '#f4f0e8', 15),
    made('rubber', box([1410, 1134, 70, 34], 8, '#cfe0e6')),
    repeat(2, (index) => line(`M${1190 + index * 186} ${1010 - index * 6}l10 66`, '#3a3f45', 13)),
  ].join('');
}
