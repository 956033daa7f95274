import { ears, head } from './donkey-head';
import { linear, radial, use } from './fills';
import { spot } from './settings';
import { circle, ellipse, line, made, mirrored, path, repeat, stitches } from './shapes';
import { cloth, plush, surface } from './textures';

const thread = '#9c3c66';
const rib = '#c25c87';

/** Gradients and surfaces the donkey is made of; once a picture. */
export function donkeyMaterials(): string {
  return [
    surface('fur', plush),
    surface('shortfur', { ...plush, round: 16, relief: 16, fray: 3, nap: 0.035 }),
    surface('yarn', { ...plush, round: 7, relief: 14, fray: 2, nap: 0.03 }),
    surface('jersey', { ...cloth, round: 26, relief: 32 }),
    radial('grey', ['#cfc9c5', '#b1abaa', '#928d8d']),
    radial('muzzle', ['#fffaf1', '#f7ecdf', '#dfcfbd']),
    radial('hoof', ['#7d7675', '#645d5f', '#4f4a4d']),
    linear('ear', ['#f7c6cd', '#e39daa']),
    radial('pink', ['#ffb3cd', '#f58fb3', '#e06c97']),
    linear('pinkdark', ['#a93c67', '#c9527f']),
    radial('eye', ['#6b4a3a', '#231612', '#0b0706'], [0.4, 0.35, 0.7]),
  ].join('');
}

/** A sitting donkey around x = 0, its seat at y = 0, about 1150 high; `floppy` bends an ear, `look` tilts the head. */
export function donkey({ floppy = true, look = 0 } = {}): string {
  return [ears(floppy, look), hoodBehind(), body(), arms(), legs(), hoodFront(), head(look)].join('');
}

function hoodBehind(): string {
  const cowl =
    'M-190 -400C-276 -470 -262 -690 -120 -760C-40 -796 60 -796 126 -756C262 -690 276 -470 190 -400C110 -370 -110 -370 -190 -400Z';
  return (
    made('jersey', path(cowl, use('pink'))) +
    path('M-200 -440C-236 -570 -176 -690 0 -720C176 -690 236 -570 200 -440Z', use('pinkdark')) +
    spot('shade', [0, -560, 260, 220], 0.5)
  );
}

function body(): string {
  const trunk = 'M-150 -470C-236 -400 -266 -200 -232 -60C-180 10 180 10 232 -60C266 -200 236 -400 150 -470Z';
  const hem =
    'M-236 -78C-170 -38 170 -38 236 -78C240 -52 236 -32 226 -18C150 22 -150 22 -226 -18C-236 -32 -240 -52 -236 -78Z';
  return (
    made('jersey', path(trunk, use('pink'))) +
    spot('shade', [6, -128, 190, 60], 0.4) +
    made('jersey', path(hem, '#ea7fa8'), path('M-92 -266L92 -266L140 -136C90 -112 -90 -112 -140 -136Z', use('pink'))) +
    repeat(15, (index) => line(`M${-105 + index * 15} -36v30`, rib, 3, { opacity: 0.5 })) +
    stitches('M-84 -254L84 -254L126 -144C80 -124 -80 -124 -126 -144Z', thread, 3, '9 8')
  );
}

function arms(): string {
  const sleeve = 'M148 -452C222 -440 290 -330 322 -190C290 -160 230 -160 202 -184C190 -270 160 -340 128 -390Z';
  const cuff =
    'M196 -196C232 -172 292 -172 326 -204C334 -192 334 -178 328 -168C296 -138 232 -138 200 -162C194 -172 192 -186 196 -196Z';
  return [
    mirrored(spot('shade', [214, -260, 70, 190], 0.45, -18)),
    made('fur', mirrored(path('M210 -190C202 -130 210 -82 250 -70C304 -64 328 -112 314 -180Z', use('grey')))),
    made(
      'shortfur',
      mirrored(
        path('M212 -116C212 -66 250 -44 290 -58C322 -74 328 -106 318 -134C286 -112 250 -106 212 -116Z', use('hoof')),
      ),
    ),
    made('jersey', mirrored(path(sleeve, use('pink')))),
    made('jersey', mirrored(path(cuff, '#ea7fa8'))),
    mirrored(
      repeat(7, (index) => line(`M${216 + index * 15} ${-172 - Math.abs(index - 3) * 3}v14`, rib, 3, { opacity: 0.5 })),
    ),
  ].join('');
}

function legs(): string {
  return [
    mirrored(spot('shade', [156, -66, 190, 130], 0.75)),
    made(
      'fur',
      mirrored(path('M36 -60C40 -150 210 -172 280 -96C320 -30 270 46 176 48C90 48 30 10 36 -60Z', use('grey'))),
    ),
    made('shortfur', mirrored(ellipse(186, -28, 100, 88, use('hoof')))),
    made('shortfur', mirrored(ellipse(188, -26, 66, 58, use('muzzle')))),
    mirrored(line('M164 -26h48M188 -50v48', '#c9b5a2', 4, { opacity: 0.55, 'stroke-dasharray': '5 7' })),
  ].join('');
}

function hoodFront(): string {
  const collar =
    'M-244 -520C-262 -430 -140 -372 0 -372C140 -372 262 -430 244 -520C234 -566 190 -566 176 -526C120 -470 -120 -470 -176 -526C-190 -566 -234 -566 -244 -520Z';
  return (
    spot('shade', [0, -410, 250, 80], 0.6) +
    made('jersey', path(collar, use('pink'))) +
    stitches('M-228 -490C-214 -430 -120 -400 -24 -398M24 -398C120 -400 214 -430 228 -490', thread, 3, '9 8') +
    mirrored(cord())
  );
}

function cord(): string {
  const run = 'M44 -398C58 -364 48 -330 60 -292';
  return (
    line(run, '#6b1f40', 14, { transform: 'translate(6 7)', opacity: 0.2 }) +
    line(run, '#fff4ea', 12) +
    line(run, '#dcc7b8', 3, { 'stroke-dasharray': '4 8' }) +
    circle(44, -400, 13, '#f2e8df', { stroke: '#b89a92', 'stroke-width': 4 }) +
    ellipse(61, -280, 14, 20, use('muzzle'))
  );
}
