import { linear, radial, use } from '../studio/fills';
import { farLights, landscape, picture, shadowUnder, spot, sunOnWall, wall, woodenTable } from '../studio/settings';
import { box, circle, line, made, path, place, repeat } from '../studio/shapes';
import { smooth, surface, wood } from '../studio/textures';

/** A wooden toy train: locomotive and a wagon with building blocks. */
export function woodenTrain(): string {
  return picture(
    landscape,
    wall(landscape, ['#fbf3e4', '#e6d3bd', '#b99c86']),
    sunOnWall(120, 40, 1.05, 0.7),
    farLights(landscape, '#ffffff', 51, 5),
    woodenTable(landscape, 860, ['#ecd0a4', '#d3ae7c', '#ab8354'], 31),
    materials(),
    shadowUnder(450, 1046, 330, 62),
    shadowUnder(1120, 1046, 370, 62),
    line('M680 940H820', '#6d4526', 24),
    line('M680 936H820', '#c98f55', 10),
    place({ x: 420, y: 1040 }, wagon()),
    place({ x: 1100, y: 1040 }, locomotive()),
  );
}

function materials(): string {
  return [
    linear('beech', ['#edc48d', '#cf9c60', '#a97440']),
    linear('red', ['#ee7a63', '#d4493a', '#a83026']),
    linear('blue', ['#7fb3cf', '#4a86ab', '#2f6386']),
    linear('green', ['#9cc48a', '#659a5c', '#43743f']),
    linear('yellow', ['#ffe08a', '#f2b93b', '#cc8c1c']),
    linear('round', ['#f0836c', '#f7a48f', '#d4493a', '#8f2419']),
    radial('wheel', ['#f4d9ae', '#d9ad74', '#ab7a45']),
    surface('paint', { ...smooth, round: 12, relief: 13, gloss: 0.28 }),
    wood('beechwood', 0.28, 13),
  ].join('');
}

function wheel(x: number, radius: number): string {
  return place(
    { x, y: -radius },
    circle(6, 5, radius, '#5a3a1e', { opacity: 0.5 }),
    made('paint', circle(0, 0, radius, use('wheel'))),
    circle(0, 0, radius * 0.72, 'none', { stroke: '#9a6c3b', 'stroke-width': 5, 'stroke-opacity': 0.5 }),
    circle(0, 0, radius * 0.24, use('red')),
    circle(-3, -4, radius * 0.1, '#ffd9cc', { opacity: 0.9 }),
  );
}

function wagon(): string {
  return [
    blocks(),
    made('paint', box([-270, -300, 540, 170], 14, use('blue'))),
    box([-270, -300, 540, 26], 12, '#a9d0e4', { opacity: 0.6 }),
    repeat(3, (index) => line(`M${-135 + index * 135} -274V-134`, '#2a5876', 5, { opacity: 0.45 })),
    box([-290, -140, 580, 56], 12, use('beech'), { filter: use('beechwood') }),
    spot('shade', [0, -84, 300, 24], 0.6),
    wheel(-170, 78),
    wheel(170, 78),
  ].join('');
}

function blocks(): string {
  return [
    made('paint', box([-220, -420, 130, 130], 10, use('yellow'))),
    place({ x: -20, y: -360, turn: 9 }, made('paint', box([-62, -70, 124, 140], 10, use('green')))),
    made('paint', path('M160 -480L250 -300H70Z', use('red'))),
    place({ x: -110, y: -482, turn: -14 }, made('paint', box([-56, -56, 112, 112], 10, use('beech')))),
    path('M-155 -372l18 -26l18 26l-18 26Z', '#fff3d0', { opacity: 0.9 }),
  ].join('');
}

function locomotive(): string {
  return [
    cab(),
    box([-330, -150, 660, 66], 14, use('beech'), { filter: use('beechwood') }),
    spot('shade', [0, -84, 340, 26], 0.6),
    boiler(),
    wheel(-190, 112),
    wheel(80, 80),
    wheel(250, 80),
    made('paint', path('M300 -150C380 -140 410 -100 424 -34H300Z', use('red'))),
    line('M-190 -112H80', '#7d5632', 22),
    line('M-190 -116H80', '#e6c08c', 9),
    circle(-190, -112, 16, '#7d5632'),
    circle(80, -112, 16, '#7d5632'),
  ].join('');
}

function cab(): string {
  return [
    made(
      'paint',
      path('M-320 -500H-60V-140H-320ZM-262 -440V-320H-118V-440Z', use('green'), { 'fill-rule': 'evenodd' }),
    ),
    path('M-262 -440H-118V-320H-262Z', '#3f5a4a', { opacity: 0.35 }),
    path('M-262 -440H-118V-420H-242V-320H-262Z', '#1e3423', { opacity: 0.35 }),
    made(
      'paint',
      path(
        'M-366 -500C-300 -560 -80 -560 -14 -500C-4 -484 -10 -474 -24 -474H-356C-370 -474 -376 -484 -366 -500Z',
        use('red'),
      ),
    ),
  ].join('');
}

function boiler(): string {
  return [
    made(
      'paint',
      path('M120 -400L104 -520C100 -540 120 -546 162 -546C204 -546 224 -540 220 -520L204 -400Z', use('beech')),
    ),
    made('paint', box([84, -566, 156, 42], 20, use('blue'))),
    made('paint', path('M-20 -380C-20 -440 60 -440 60 -380Z', use('yellow'))),
    made('paint', path('M-60 -390H280C330 -390 344 -330 344 -270C344 -210 330 -146 280 -146H-60Z', use('round'))),
    repeat(2, (index) => box([20 + index * 150, -391, 26, 246], 4, use('yellow'))),
    path('M-50 -352H270C296 -350 306 -330 310 -316H-50Z', '#ffffff', { opacity: 0.28 }),
    made('paint', circle(350, -276, 44, use('yellow'))),
    spot('glow', [346, -282, 40, 40], 0.8),
  ].join('');
}
