import { linear, radial, use } from '../studio/fills';
import { farLights, picture, portrait, scatter, shadowUnder, spot, wall, woodenTable } from '../studio/settings';
import { barrel, circle, element, ellipse, group, line, path, place, repeat } from '../studio/shapes';
import { wood } from '../studio/textures';

/** A snow globe with a lighthouse on its rock. */
export function snowGlobe(): string {
  return picture(
    portrait,
    wall(portrait, ['#f6e3cf', '#d9b49a', '#94685a']),
    farLights(portrait, '#ffe9c4', 17, 12),
    woodenTable(portrait, 1240, ['#c99a70', '#a3754d', '#74502f']),
    materials(),
    shadowUnder(600, 1424, 370, 76),
    place({ x: 600, y: 770 }, inside(), base(), glass()),
  );
}

function materials(): string {
  return [
    element('clipPath', { id: 'ball' }, circle(0, 0, 424, '#000')),
    radial('nightsky', ['#bfe0ea', '#7db4cc', '#3f7797', '#24506f'], [0.4, 0.35, 0.75]),
    linear('sea', ['#3f8aa3', '#1f5872']),
    linear('rock', ['#8d8478', '#5f574e', '#3f3a35']),
    linear('tower', ['#b9aaa0', '#ffffff', '#f6efe6', '#c9b8aa', '#8d7d72'], [0, 0, 1, 0]),
    linear('band', ['#8f1f1f', '#d9403a', '#e9635a', '#c2302c', '#7d1717'], [0, 0, 1, 0]),
    linear('beam', ['#fff3b0cc', '#fff3b000'], [0, 0, 1, 0]),
    linear('beamleft', ['#fff3b0aa', '#fff3b000'], [1, 0, 0, 0]),
    linear('plinth', ['#3a1c0e', '#8a5230', '#b9794c', '#7d4626', '#341a0d'], [0, 0, 1, 0]),
    linear('gold', ['#8f6a26', '#ffe6a0', '#c99b3c', '#fff0bd', '#8a6420'], [0, 0, 1, 0]),
    radial('rim', ['#ffffff00', '#ffffff00', '#ffffff1f', '#e6f6fbcc'], [0.5, 0.5, 0.5]),
    wood('plinthwood', 0.25, 15),
  ].join('');
}

function inside(): string {
  return group(
    { 'clip-path': use('ball') },
    circle(0, 0, 424, use('nightsky')),
    spot('glow', [-60, -60, 360, 300], 0.5),
    path('M-430 150H430V430H-430Z', use('sea')),
    repeat(9, (index) =>
      line(`M${-380 + index * 92} ${178 + (index % 3) * 26}q24 -14 48 0`, '#d9f2f7', 6, { opacity: 0.6 }),
    ),
    path(
      'M-250 330C-210 230 -150 240 -110 180C-60 140 90 150 130 200C180 220 230 240 270 340L300 440H-300Z',
      use('rock'),
    ),
    path(
      'M-196 262C-150 230 -140 240 -104 186C-50 150 80 156 122 202C150 216 170 224 190 240C120 236 60 210 0 214C-80 216 -130 250 -196 262Z',
      '#fbfdfe',
    ),
    beams(),
    lighthouse(),
    cottage(),
    path('M-440 360C-260 300 -80 346 60 330C220 310 330 330 440 370V440H-440Z', '#f4f9fb'),
    path('M-440 392C-200 350 80 396 440 384V440H-440Z', '#d5e6ee'),
    snow(),
  );
}

function beams(): string {
  return path('M10 -236L430 -330V-120Z', use('beam')) + path('M-10 -236L-430 -300V-160Z', use('beamleft'));
}

function lighthouse(): string {
  const ring = (y1: number, y2: number, r1: number, r2: number) =>
    path(barrel(0, [y1, r1], [y2, r2], 0.22), use('band'));
  return [
    path(barrel(0, [-180, 50], [200, 84], 0.2), use('tower')),
    ring(-120, -40, 55, 62),
    ring(48, 128, 70, 77),
    path(barrel(0, [-196, 68], [-178, 68], 0.22), '#4a3f3a'),
    path(barrel(0, [-270, 38], [-200, 40], 0.2), '#fff0a8'),
    spot('glow', [0, -236, 120, 120], 0.95),
    line('M-38 -266V-200M0 -262V-192M38 -266V-200', '#4a3f3a', 6),
    path('M-52 -266C-40 -310 -16 -330 0 -344C16 -330 40 -310 52 -266A52 11 0 0 1 -52 -266Z', use('band')),
    line('M0 -344V-372', '#8f1f1f', 7),
    path('M-18 150C-18 118 18 118 18 150V206H-18Z', '#5a3320'),
    ellipse(0, 8, 13, 18, '#3f5e70'),
    ellipse(-4, -78, 11, 16, '#fff3b0'),
  ].join('');
}

function cottage(): string {
  return (
    path('M110 170H212V252H110Z', '#f2e3cd') +
    path('M96 178L162 116L226 178Z', '#8a4a36') +
    path('M96 178L162 116L226 178L214 180L162 134L108 182Z', '#ffffff') +
    path('M132 196h28v32h-28Z', '#ffd75e') +
    path('M178 196h22v56h-22Z', '#6b4028')
  );
}

function snow(): string {
  const flake = (index: number) => {
    const [x, y] = [(scatter(index) - 0.5) * 800, (scatter(index + 60) - 0.5) * 780];
    return circle(x, y, 3 + scatter(index + 120) * 6, '#ffffff', { opacity: 0.55 + scatter(index + 7) * 0.45 });
  };
  return repeat(70, flake);
}

function base(): string {
  return [
    path(barrel(0, [380, 300], [430, 330], 0.2), use('gold')),
    path(
      'M-320 420C-360 520 -380 560 -392 620A392 74 0 0 0 392 620C380 560 360 520 320 420A320 62 0 0 1 -320 420Z',
      use('plinth'),
      { filter: use('plinthwood') },
    ),
    path('M-392 616A392 74 0 0 0 392 616V648A392 76 0 0 1 -392 648Z', use('plinth')),
    path('M-392 616A392 74 0 0 0 392 616V624A392 74 0 0 1 -392 624Z', use('gold')),
    path('M-236 478C-250 530 -262 560 -268 600L-222 614C-216 570 -206 530 -190 488Z', '#ffffff', { opacity: 0.2 }),
  ].join('');
}

function glass(): string {
  return [
    circle(0, 0, 428, use('rim')),
    circle(0, 0, 426, 'none', { stroke: '#ffffff', 'stroke-width': 5, 'stroke-opacity': 0.55 }),
    path(
      'M-330 -190C-270 -310 -150 -380 -40 -388C-150 -350 -240 -270 -290 -150C-304 -120 -346 -150 -330 -190Z',
      '#ffffff',
      { opacity: 0.7 },
    ),
    ellipse(-330, -60, 20, 44, '#ffffff', { opacity: 0.5, transform: 'rotate(6 -330 -60)' }),
    line('M250 310C330 240 376 140 384 40', '#ffffff', 14, { opacity: 0.45 }),
  ].join('');
}
