import { linear, radial, use } from '../studio/fills';
import { farLights, picture, portrait, shadowUnder, spot, wall, woodenTable } from '../studio/settings';
import { barrel, box, circle, ellipse, line, made, mirrored, path, place } from '../studio/shapes';
import { smooth, surface } from '../studio/textures';

/** An old blue storm lantern, lit, on the porch at dusk. */
export function stormLantern(): string {
  return picture(
    portrait,
    wall(portrait, ['#8fa3b8', '#54708c', '#2c3f58']),
    farLights(portrait, '#ffdf9a', 3, 9),
    woodenTable(portrait, 1280, ['#8d7560', '#6b5644', '#493828']),
    materials(),
    shadowUnder(600, 1450, 330, 66),
    place({ x: 600, y: 1440 }, frame(), tank(), globe(), hood(), bail()),
    spot('glow', [600, 860, 520, 520], 0.4),
  );
}

function materials(): string {
  return [
    linear('blue', ['#12304f', '#2f6796', '#7fb0d2', '#3c78a8', '#1f4d78', '#0d2540'], [0, 0, 1, 0]),
    linear('steel', ['#4a4f55', '#c9cdd0', '#8a9097', '#eceded', '#5d6369'], [0, 0, 1, 0]),
    radial('glass', ['#fff3c4', '#ffd98acc', '#f2b05a88', '#c9dbe055'], [0.5, 0.62, 0.6]),
    radial('flame', ['#fff6c8', '#ffd35e', '#ffa531', '#ee7a22'], [0.5, 0.75, 0.75]),
    surface('tin', smooth),
  ].join('');
}

/** The two tubes that carry the hood. */
function frame(): string {
  const tube = 'M236 -150C300 -200 306 -420 300 -640C296 -800 230 -900 130 -930';
  return mirrored(
    line(tube, '#0d2540', 50),
    line(tube, '#2f6796', 40),
    line(tube, '#8fbcdb', 10, { transform: 'translate(-9 0)', opacity: 0.8 }),
  );
}

function tank(): string {
  return [
    path(barrel(0, [-210, 200], [-30, 268], 0.2), use('blue')),
    path('M-268 -34A268 56 0 0 0 268 -34L262 6A262 54 0 0 1 -262 6Z', use('blue')),
    ellipse(0, -208, 200, 40, '#2c628f'),
    spot('shade', [0, -200, 190, 40], 0.6),
    made('tin', box([-176, -150, 84, 40], 18, '#9aa2a8')),
    path('M-196 -190C-226 -140 -238 -80 -244 -20L-206 -8C-200 -80 -186 -140 -164 -180Z', '#ffffff', { opacity: 0.25 }),
    path('M130 -96c20 -6 44 4 46 24c-10 16 -40 12 -48 0Z', '#7d5334', { opacity: 0.7 }),
    path('M-50 -30c30 -12 60 -8 66 2c-16 10 -48 12 -66 -2Z', '#7d5334', { opacity: 0.6 }),
  ].join('');
}

function globe(): string {
  const bulb = 'M-118 -240C-240 -360 -236 -640 -120 -760H120C236 -640 240 -360 118 -240Z';
  return [
    path(barrel(0, [-262, 118], [-206, 156], 0.2), use('steel')),
    ellipse(0, -262, 118, 23, '#3d4247'),
    spot('glow', [0, -460, 330, 380], 0.9),
    path('M-40 -262h80l-14 -74h-52Z', '#8a7346'),
    path('M0 -610C60 -510 84 -440 60 -380C40 -326 -40 -326 -60 -380C-84 -440 -50 -500 0 -610Z', use('flame')),
    path('M0 -500C30 -450 40 -410 28 -376C18 -350 -18 -350 -28 -376C-40 -410 -26 -450 0 -500Z', '#fffdf0'),
    path(bulb, use('glass'), { stroke: '#e9f4f8', 'stroke-width': 5, 'stroke-opacity': 0.6 }),
    path('M-150 -320C-214 -430 -196 -610 -120 -720L-92 -716C-150 -600 -160 -440 -116 -320Z', '#ffffff', {
      opacity: 0.55,
    }),
    line('M168 -400C186 -480 180 -560 150 -640', '#ffffff', 8, { opacity: 0.5 }),
    mirrored(
      line('M-216 -440C-120 -400 -60 -390 4 -390', '#cfd6da', 7),
      line('M-216 -560C-120 -590 -60 -600 4 -600', '#cfd6da', 7),
    ),
  ].join('');
}

function hood(): string {
  return [
    path(barrel(0, [-800, 116], [-756, 150], 0.2), use('steel')),
    path(
      'M-160 -800C-150 -880 -120 -900 -100 -960H100C120 -900 150 -880 160 -800A160 30 0 0 1 -160 -800Z',
      use('blue'),
    ),
    ellipse(0, -862, 12, 12, '#0d2540'),
    mirrored(ellipse(70, -858, 9, 12, '#0d2540')),
    path(barrel(0, [-1040, 84], [-960, 108], 0.22), use('steel')),
    ellipse(0, -1040, 84, 18, '#d7dadc'),
    path('M-34 -1046C-30 -1080 30 -1080 34 -1046Z', use('blue')),
  ].join('');
}

function bail(): string {
  const wire = 'M-286 -700C-420 -1000 -230 -1270 0 -1270C230 -1270 420 -1000 286 -700';
  return [
    line(wire, '#2b3036', 15),
    line(wire, '#aeb5ba', 6, { transform: 'translate(-3 -3)' }),
    path('M-96 -1292C-40 -1304 40 -1304 96 -1292L92 -1244C40 -1256 -40 -1256 -92 -1244Z', '#8d5a34'),
    line('M-86 -1282C-40 -1292 40 -1292 86 -1282', '#d29a67', 8, { opacity: 0.7 }),
    mirrored(circle(286, -700, 15, '#8a9097')),
  ].join('');
}
