import { use } from './fills';
import { spot } from './settings';
import { circle, ellipse, group, line, made, mirrored, path, place, repeat } from './shapes';

/** The ears stand behind the hood, the head before it. */
export function ears(floppy: boolean, look: number): string {
  const right = { x: 100, y: -830, turn: 17 };
  const left = { x: -100, y: -830, turn: floppy ? -26 : -17 };
  const leftBack = floppy
    ? 'M-54 60C-86 -60 -84 -150 -50 -214C-10 -236 50 -216 74 -120C84 -60 72 0 54 60Z'
    : 'M-54 60C-92 -90 -78 -230 -28 -316C-16 -336 8 -336 22 -316C78 -230 92 -90 54 60Z';
  const leftInside = floppy
    ? 'M-28 30C-46 -40 -46 -110 -24 -150C0 -160 34 -140 40 -90C44 -50 38 -10 30 30Z'
    : 'M-30 30C-54 -80 -50 -180 -18 -250C-12 -264 2 -264 10 -250C44 -180 54 -80 28 30Z';
  return group(
    { transform: tilt(look) },
    made(
      'fur',
      place(
        right,
        path('M-54 60C-92 -90 -78 -230 -22 -316C-8 -336 16 -336 28 -316C84 -230 92 -90 54 60Z', use('grey')),
      ),
      place(left, path(leftBack, use('grey'))),
    ),
    made(
      'shortfur',
      place(right, path('M-28 30C-54 -80 -44 -180 -10 -250C-2 -264 12 -264 18 -250C50 -180 54 -80 30 30Z', use('ear'))),
      place(left, path(leftInside, use('ear'))),
    ),
    floppy ? place(left, sunkenTip()) : '',
  );
}

/** The tip has sunk forwards, so its grey back hides most of the pink. */
function sunkenTip(): string {
  const tip = 'M-56 -186C-52 -252 -4 -268 36 -236C88 -190 104 -90 76 -12C66 8 40 6 30 -10C2 -70 -66 -96 -56 -186Z';
  return spot('shade', [20, -70, 70, 110], 0.6, -20) + made('fur', path(tip, use('grey')));
}

function tilt(look: number): string {
  return `rotate(${look} 0 -520)`;
}

/** Skull, muzzle, eyes and mane, turned by `look` degrees. */
export function head(look: number): string {
  const skull =
    'M0 -914C116 -914 196 -850 204 -750C208 -690 184 -660 182 -620C186 -540 120 -450 0 -450C-120 -450 -186 -540 -182 -620C-184 -660 -208 -690 -204 -750C-196 -850 -116 -914 0 -914Z';
  return group(
    { transform: tilt(look) },
    spot('shade', [6, -452, 260, 90], 0.75),
    made('fur', path(skull, use('grey'))),
    muzzle(),
    mirrored(eye()),
    mane(),
  );
}

function muzzle(): string {
  const outline =
    'M0 -668C96 -668 208 -630 212 -536C212 -462 118 -420 0 -420C-118 -420 -212 -462 -212 -536C-208 -630 -96 -668 0 -668Z';
  return [
    spot('shade', [6, -560, 262, 158], 0.4),
    made('shortfur', path(outline, use('muzzle'))),
    mirrored(
      ellipse(70, -582, 17, 25, '#7b615b', { transform: 'rotate(20 70 -582)' }),
      ellipse(67, -577, 12, 18, '#4d3833', { transform: 'rotate(20 67 -577)' }),
      spot('blush', [152, -578, 62, 46], 0.6),
    ),
    line('M-92 -504C-56 -462 56 -462 92 -504', '#7b615b', 8),
    line('M-104 -510L-82 -498M104 -510L82 -498', '#7b615b', 7),
  ].join('');
}

/** Locks of yarn that fall between the eyes, the outer ones first, each with a few threads drawn on it. */
function mane(): string {
  const sides = [-4, 4, -3, 3, -2, 2, -1, 1, 0];
  const lock = (order: number) => path(lockOutline(sides[order] ?? 0), order % 2 ? '#5f575b' : '#51494d');
  const thread = (order: number) => {
    const { root, top, tip, end } = lockOf((order - 13) / 3.4);
    return line(`M${root} ${top + 16}Q${tip * 1.1} ${top + 60} ${tip} ${end - 26}`, '#8b8286', 3, { opacity: 0.6 });
  };
  return [spot('shade', [6, -836, 150, 110], 0.5), made('yarn', repeat(sides.length, lock)), repeat(27, thread)].join(
    '',
  );
}

/** A lock `side` steps from the middle: where it grows, and where its end hangs. */
function lockOf(side: number): { root: number; top: number; tip: number; end: number } {
  return { root: side * 19, top: -950 + side * side * 3, tip: side * 29 + 6, end: -740 - Math.abs(side) * 22 };
}

function lockOutline(side: number): string {
  const { root, top, tip, end } = lockOf(side);
  const left = `C${root - 40} ${top + 50} ${tip - 40} ${end - 50} ${tip} ${end}`;
  const right = `C${tip + 26} ${end - 50} ${root + 40} ${top + 50} ${root + 22} ${top}`;
  return `M${root - 22} ${top}${left}${right}C${root + 10} ${top - 20} ${root - 10} ${top - 20} ${root - 22} ${top}Z`;
}

function eye(): string {
  return (
    spot('shade', [98, -714, 62, 62], 0.55) +
    circle(96, -718, 36, use('eye')) +
    circle(83, -733, 12, '#ffffff', { opacity: 0.95 }) +
    circle(108, -703, 6, '#ffffff', { opacity: 0.5 }) +
    line('M58 -776C78 -796 116 -796 134 -774', '#6b6362', 8, { opacity: 0.7 })
  );
}
