import { linear, radial, use } from '../studio/fills';
import { farLights, picture, portrait, shadowUnder, spot, sunOnWall, wall, woodenTable } from '../studio/settings';
import { circle, element, ellipse, line, made, mirrored, path, place, repeat } from '../studio/shapes';
import { cloth, surface } from '../studio/textures';

/** A knitted rabbit with a striped scarf. */
export function knittedRabbit(): string {
  return picture(
    portrait,
    wall(portrait, ['#f3eee6', '#dcd6cd', '#b3aaa4']),
    sunOnWall(60, 120, 1.2, 0.8),
    farLights(portrait, '#ffffff', 8, 6),
    woodenTable(portrait, 1290, ['#e6c79c', '#cda674', '#a67c4e']),
    materials(),
    shadowUnder(600, 1476, 330, 66),
    place({ x: 600, y: 1464, scale: 1.04 }, ears(), body(), legs(), head(), scarf(), arms()),
  );
}

function materials(): string {
  return [
    knit('oat', '#e8d3b4', '#b9976c'),
    knit('cream', '#f7ecd9', '#cdb697'),
    knit('teal', '#5d9a9a', '#35696b'),
    knit('rust', '#dd8a5c', '#a4562e'),
    surface('wool', { ...cloth, round: 26, relief: 34, nap: 0.03, fray: 2 }),
    surface('scarf', { ...cloth, round: 14, relief: 22, nap: 0.03, fray: 2 }),
    radial('button', ['#5d4a42', '#2d1f1a', '#120a08'], [0.4, 0.35, 0.7]),
    linear('nose', ['#d98b8b', '#b9666a']),
  ].join('');
}

/** Rows of stocking stitch: two slanting loops a column. */
function knit(id: string, colour: string, gap: string): string {
  const loop = (x: number, slant: number) => ellipse(x, 9, 4.6, 8.4, colour, { transform: `rotate(${slant} ${x} 9)` });
  return element(
    'pattern',
    { id, width: 20, height: 17, patternUnits: 'userSpaceOnUse' },
    path('M0 0H20V17H0Z', gap),
    loop(5.4, -24),
    loop(14.6, 24),
  );
}

function ears(): string {
  const outside = 'M-60 0C-104 -140 -96 -330 -36 -416C-20 -436 20 -436 34 -414C88 -330 96 -140 60 0Z';
  const inside = 'M-30 0C-60 -120 -54 -280 -16 -346C-6 -360 8 -360 16 -346C50 -280 58 -120 30 0Z';
  const pair = (d: string, fill: string) =>
    place({ x: -96, y: -960, turn: -13 }, path(d, fill)) + place({ x: 96, y: -960, turn: 22 }, path(d, fill));
  return made('wool', pair(outside, use('oat'))) + made('scarf', pair(inside, use('cream')));
}

function body(): string {
  return (
    made(
      'wool',
      path('M-160 -600C-240 -500 -270 -200 -220 -60C-160 20 160 20 220 -60C270 -200 240 -500 160 -600Z', use('oat')),
    ) +
    made(
      'scarf',
      path('M0 -430C110 -430 150 -280 130 -160C110 -80 -110 -80 -130 -160C-150 -280 -110 -430 0 -430Z', use('cream')),
    )
  );
}

function legs(): string {
  return (
    mirrored(spot('shade', [150, -60, 190, 120], 0.6)) +
    made(
      'wool',
      mirrored(path('M40 -70C50 -160 220 -170 276 -90C310 -20 260 44 176 46C90 46 34 10 40 -70Z', use('oat'))),
    ) +
    made('scarf', mirrored(ellipse(182, -28, 74, 64, use('cream'))))
  );
}

function arms(): string {
  return (
    mirrored(spot('shade', [212, -330, 80, 190], 0.5, -16)) +
    made(
      'wool',
      mirrored(
        path('M168 -530C250 -520 320 -330 300 -220C286 -160 210 -166 200 -226C190 -320 160 -400 140 -450Z', use('oat')),
      ),
    )
  );
}

function head(): string {
  return [
    spot('shade', [6, -590, 270, 110], 0.7),
    made(
      'wool',
      path(
        'M0 -1030C150 -1030 226 -920 222 -800C216 -660 130 -580 0 -580C-130 -580 -216 -660 -222 -800C-226 -920 -150 -1030 0 -1030Z',
        use('oat'),
      ),
    ),
    made('wool', mirrored(ellipse(62, -700, 86, 70, use('cream')))),
    mirrored(
      spot('shade', [100, -826, 52, 52], 0.5),
      circle(98, -828, 30, use('button')),
      circle(88, -838, 9, '#ffffff', { opacity: 0.9 }),
      spot('blush', [146, -730, 66, 48], 0.65),
      line('M80 -690l70 -12M80 -676l72 8', '#8c6f52', 3, { opacity: 0.6 }),
    ),
    path('M-34 -764C-20 -780 20 -780 34 -764C30 -740 10 -724 0 -722C-10 -724 -30 -740 -34 -764Z', use('nose')),
    line('M0 -722V-690C-14 -664 -44 -662 -58 -680M0 -690C14 -664 44 -662 58 -680', '#7a4d48', 6),
  ].join('');
}

function scarf(): string {
  const around =
    'M-206 -640C-230 -560 -120 -500 0 -500C120 -500 230 -560 206 -640C190 -600 100 -580 0 -580C-100 -580 -190 -600 -206 -640Z';
  const end = 'M40 -560C80 -570 150 -540 160 -510C186 -420 190 -300 176 -200L70 -210C84 -320 76 -440 40 -520Z';
  const stripe = (index: number) => {
    const y = -470 + index * 78;
    return path(
      `M${62 + index * 4} ${y}L${178 + index * 3} ${y - 8}L${182 + index * 2} ${y + 30}L${70 + index * 4} ${y + 38}Z`,
      use('rust'),
    );
  };
  return [
    spot('shade', [0, -510, 240, 60], 0.6),
    made(
      'scarf',
      path(around, use('teal')),
      path(
        'M-150 -592L-110 -582L-120 -508L-160 -528ZM-40 -580H6V-500H-46ZM110 -584L150 -594L166 -526L122 -510Z',
        use('rust'),
      ),
    ),
    spot('shade', [126, -380, 90, 210], 0.4),
    made('scarf', path(end, use('teal')), repeat(4, stripe)),
    repeat(9, (index) =>
      line(`M${76 + index * 12} -206l${index % 2 ? 4 : -3} 46`, index % 3 ? '#4a8485' : '#c9764a', 6),
    ),
    made(
      'scarf',
      path('M18 -574C60 -600 120 -580 118 -530C116 -490 50 -480 26 -508C6 -530 4 -556 18 -574Z', use('teal')),
    ),
  ].join('');
}
