import { linear, radial, use } from '../studio/fills';
import { farLights, landscape, picture, shadowUnder, spot, sunOnWall, wall, woodenTable } from '../studio/settings';
import { box, line, made, mirrored, path, place, stitches } from '../studio/shapes';
import { leather, surface } from '../studio/textures';

const thread = '#f0cf9a';

/** A brown leather satchel with two buckles. */
export function leatherSatchel(): string {
  return picture(
    landscape,
    wall(landscape, ['#dfe6df', '#b5c4bb', '#7d9187']),
    sunOnWall(1000, 60, 1.1, 0.6),
    farLights(landscape, '#fffef0', 41, 5),
    woodenTable(landscape, 900, ['#c79a6b', '#a5764a', '#77502f']),
    materials(),
    shadowUnder(800, 1076, 500, 80),
    place({ x: 800, y: 1070 }, strap(), pouch(), grip(), flap(), fasteners()),
  );
}

function materials(): string {
  return [
    radial('hide', ['#c07a45', '#99562b', '#6f3a1b'], [0.3, 0.15, 1]),
    radial('flaphide', ['#cf8a52', '#a96233', '#7d4420'], [0.3, 0.1, 1.05]),
    linear('edge', ['#5a2d13', '#7d4522']),
    linear('brass', ['#8f6a26', '#ffe6a0', '#c99b3c', '#fff0bd', '#8a6420'], [0, 0, 1, 1]),
    surface('leather', { ...leather, round: 20, relief: 26 }),
    surface('thin', { ...leather, round: 8, relief: 12, nap: 0.05 }),
  ].join('');
}

/** The long strap, lying on the table to the left and behind. */
function strap(): string {
  return (
    line('M-440 -560C-700 -620 -720 -200 -640 -60C-600 10 -420 60 -300 26', '#2b1408', 58, {
      opacity: 0.25,
      transform: 'translate(14 18)',
    }) +
    made('thin', line('M-440 -560C-700 -620 -720 -200 -640 -60C-600 10 -420 60 -300 26', '#96552b', 50)) +
    stitches('M-446 -574C-712 -630 -740 -200 -656 -52C-610 26 -424 76 -306 42', thread, 3, '12 10')
  );
}

function pouch(): string {
  return (
    path(
      'M-470 -600H470C496 -600 506 -580 506 -560L530 -40C530 -10 510 0 480 0H-480C-510 0 -530 -10 -530 -40L-506 -560C-506 -580 -496 -600 -470 -600Z',
      use('edge'),
    ) +
    made(
      'leather',
      path(
        'M-450 -596H450C474 -596 482 -580 484 -560L506 -50C506 -22 490 -12 462 -12H-462C-490 -12 -506 -22 -506 -50L-484 -560C-482 -580 -474 -596 -450 -596Z',
        use('hide'),
      ),
    ) +
    stitches('M-462 -300L-484 -60C-484 -44 -474 -36 -456 -36H456C474 -36 484 -44 484 -60L462 -300', thread, 4, '16 11')
  );
}

function grip(): string {
  const bow = 'M-150 -600C-150 -740 150 -740 150 -600';
  return (
    line(bow, '#4a220c', 52, { transform: 'translate(4 8)' }) +
    made('thin', line(bow, '#a96233', 46)) +
    stitches('M-134 -606C-130 -716 130 -716 134 -606', thread, 3, '12 9') +
    mirrored(box([124, -632, 54, 50], 10, use('brass')))
  );
}

function flap(): string {
  const outline =
    'M-500 -610C-500 -636 -480 -646 -456 -646H456C480 -646 500 -636 500 -610L510 -330C500 -230 430 -190 330 -184H-330C-430 -190 -500 -230 -510 -330Z';
  return [
    spot('shade', [10, -190, 540, 90], 0.75),
    made('leather', path(outline, use('flaphide'))),
    stitches(
      'M-484 -560L-490 -330C-480 -246 -420 -212 -328 -208H328C420 -212 480 -246 490 -330L484 -560',
      thread,
      4,
      '16 11',
    ),
    path(
      'M-500 -610C-500 -636 -480 -646 -456 -646H456C480 -646 500 -636 500 -610L501 -590C300 -570 -300 -570 -501 -590Z',
      '#ffe2b8',
      { opacity: 0.22 },
    ),
    line('M-380 -480C-300 -440 -240 -470 -200 -430', '#6b3718', 4, { opacity: 0.35 }),
    line('M180 -520C240 -500 330 -520 380 -470', '#6b3718', 4, { opacity: 0.3 }),
    line('M-90 -330C-40 -310 20 -330 70 -300', '#f2c795', 4, { opacity: 0.35 }),
  ].join('');
}

function fasteners(): string {
  return mirrored(
    spot('shade', [282, -240, 80, 230], 0.5),
    made('thin', path('M236 -470H316V-80C316 -50 296 -36 276 -30C256 -36 236 -50 236 -80Z', use('flaphide'))),
    stitches('M248 -462V-84C248 -64 262 -52 276 -46C290 -52 304 -64 304 -84V-462', thread, 3, '11 9'),
    path('M214 -196H338V-90H214ZM236 -174V-112H316V-174Z', use('brass'), { 'fill-rule': 'evenodd' }),
    path('M214 -196H338V-188H222V-90H214Z', '#fff6d6', { opacity: 0.8 }),
    box([268, -196, 16, 96], 8, use('brass')),
    made('thin', box([222, -250, 108, 34], 10, '#96552b')),
    line('M276 -300v2M276 -350v2M276 -400v2', '#3a1a0a', 14),
  );
}
