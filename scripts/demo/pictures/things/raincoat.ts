import { linear, radial, use } from '../studio/fills';
import { picture, portrait, shadowUnder, spot, sunOnWall, wall, woodenTable } from '../studio/settings';
import { box, circle, ellipse, line, made, mirrored, path, place, repeat, stitches } from '../studio/shapes';
import { smooth, surface, wood } from '../studio/textures';

const seam = '#b9850a';

/** A child's yellow raincoat on a peg, the rubber boots below. */
export function raincoat(): string {
  return picture(
    portrait,
    wall(portrait, ['#eef1ec', '#cfdcd9', '#9db2b2']),
    panelling(),
    sunOnWall(40, 70, 1.25, 0.6),
    woodenTable(portrait, 1400, ['#d3b48e', '#b08d66', '#82643f']),
    materials(),
    pegs(),
    spot('shade', [660, 760, 420, 640], 0.55),
    place({ x: 600, y: 260 }, back(), skirt(), sleeves(), collar(), fastening()),
    boots(),
  );
}

function materials(): string {
  return [
    radial('yellow', ['#ffe680', '#fbc926', '#dd9a0c'], [0.36, 0.2, 0.95]),
    linear('fold', ['#c98a0500', '#a86f0266', '#c98a0500'], [0, 0, 1, 0]),
    linear('lining', ['#8fb3bd', '#5d8793']),
    radial('press', ['#ffffff', '#f2ead0', '#b79a55'], [0.4, 0.35, 0.7]),
    linear('boot', ['#8f2f2a', '#d9574c', '#f08a78', '#c2453b', '#7d2420'], [0, 0, 1, 0]),
    surface('oilskin', { ...smooth, round: 24, relief: 26, gloss: 0.35 }),
  ].join('');
}

function panelling(): string {
  return (
    repeat(7, (index) => line(`M${index * 190 + 30} 330V1400`, '#7f9797', 4, { opacity: 0.35 })) +
    repeat(7, (index) => line(`M${index * 190 + 35} 330V1400`, '#ffffff', 4, { opacity: 0.5 }))
  );
}

function pegs(): string {
  return [
    linear('rail', ['#c99a68', '#a97848']),
    wood('railwood', 0.3, 5),
    box([0, 176, 1200, 110], 0, use('rail'), { filter: use('railwood') }),
    box([0, 286, 1200, 16], 0, '#2b1408', { opacity: 0.25 }),
    repeat(3, (index) => circle(140 + index * 460, 238, 40, '#7d5632', { opacity: 0.6 })),
    repeat(3, (index) => circle(136 + index * 460, 228, 36, '#e0b27c')),
    repeat(3, (index) => ellipse(126 + index * 460, 216, 14, 10, '#fff0d0', { opacity: 0.8 })),
  ].join('');
}

/** The inside of the hood, which hangs open from the peg. */
function back(): string {
  return (
    line('M-14 20C-16 -44 16 -44 14 20', '#8a6a14', 9) +
    made('oilskin', path('M-150 190C-170 60 -90 10 0 6C90 10 170 60 150 190C90 260 -90 260 -150 190Z', use('yellow'))) +
    path('M-108 190C-116 100 -60 64 0 62C60 64 116 100 108 190C70 240 -70 240 -108 190Z', use('lining')) +
    spot('shade', [0, 200, 130, 100], 0.7)
  );
}

function skirt(): string {
  const outline =
    'M-170 200C-220 420 -280 700 -330 930C-220 990 220 990 330 930C280 700 220 420 170 200C90 250 -90 250 -170 200Z';
  return [
    made('oilskin', path(outline, use('yellow'))),
    mirrored(
      path('M90 420C110 600 150 800 190 960L150 966C116 800 84 600 76 420Z', use('fold')),
      path('M196 440C230 620 262 780 290 944L262 950C226 780 200 620 184 440Z', use('fold')),
    ),
    stitches('M-318 908C-210 962 210 962 318 908', seam, 3, '12 8'),
    mirrored(
      made('oilskin', path('M76 660L236 640L262 700L84 724Z', '#f7c01f')),
      stitches('M88 676L230 658', seam, 3, '10 7'),
    ),
  ].join('');
}

function sleeves(): string {
  return mirrored(
    spot('shade', [252, 480, 90, 330], 0.5, -14),
    made(
      'oilskin',
      path(
        'M120 206C200 200 250 260 284 360C330 500 366 640 376 730C340 770 270 776 240 750C226 620 190 470 150 380Z',
        use('yellow'),
      ),
    ),
    path('M300 470C330 580 344 660 350 740L326 750C320 660 300 560 280 480Z', use('fold')),
    path('M240 712C280 736 340 730 374 696L378 744C340 778 272 782 238 756Z', '#f3b819'),
    stitches('M244 722C282 742 338 736 372 706', seam, 3, '10 7'),
  );
}

function collar(): string {
  return (
    spot('shade', [0, 262, 200, 60], 0.5) +
    made(
      'oilskin',
      mirrored(path('M4 250C60 246 120 226 152 180C186 206 196 250 178 290C120 322 60 326 4 304Z', '#fbc926')),
    )
  );
}

function fastening(): string {
  const press = (index: number) => {
    const y = 350 + index * 130;
    return spot('shade', [2, y + 4, 34, 34], 0.7) + circle(0, y, 22, use('press')) + circle(0, y, 9, '#d8c48a');
  };
  return (
    spot('shade', [40, 620, 40, 360], 0.35) +
    path('M-38 300C-14 308 14 308 38 300L44 968C16 974 -16 974 -44 968Z', '#f9c522') +
    stitches('M-28 312L-34 960M28 312L34 960', seam, 3, '12 8') +
    repeat(5, press)
  );
}

function boots(): string {
  const boot =
    path('M-70 -220H60C66 -150 70 -110 90 -90C140 -70 170 -40 168 0H-76C-84 -80 -82 -150 -70 -220Z', use('boot')) +
    path('M-80 -22H168V4H-78Z', '#f2e6d2') +
    path('M-76 -232H66V-190H-72Z', '#f2e6d2') +
    path('M-44 -180C-52 -120 -52 -80 -46 -40L-26 -40C-30 -90 -28 -130 -20 -180Z', '#ffffff', { opacity: 0.4 });
  return [
    shadowUnder(430, 1530, 130, 34),
    place({ x: 420, y: 1530, turn: -3 }, boot),
    shadowUnder(690, 1544, 130, 34),
    place({ x: 680, y: 1544 }, boot),
  ].join('');
}
