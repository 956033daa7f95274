import { donkey, donkeyMaterials } from '../studio/donkey';
import { linear, use } from '../studio/fills';
import { landscape, picture, shadowUnder, spot } from '../studio/settings';
import { box, line, made, path, place, repeat } from '../studio/shapes';
import { cloth, surface, wood } from '../studio/textures';

/** Two of the plush donkeys, found in a cupboard between the blankets. */
export function twoDonkeys(): string {
  return picture(
    landscape,
    cupboard(),
    blankets(),
    donkeyMaterials(),
    shadowUnder(700, 1086, 250, 46),
    place({ x: 700, y: 1078, scale: 0.66 }, donkey({ floppy: false, look: -5 })),
    shadowUnder(1130, 1090, 250, 46),
    place({ x: 1130, y: 1082, scale: 0.66, turn: -3 }, donkey({ look: -9 })),
    door(),
  );
}

function cupboard(): string {
  return [
    linear('back', ['#a87950', '#c08f62', '#8c6040']),
    linear('board', ['#e0b482', '#c2915e']),
    wood('grainup', 0.3, 3),
    wood('grain', 0.3, 11),
    box([0, 0, 1600, 1040], 0, use('back'), { filter: use('grainup') }),
    repeat(3, (index) => line(`M0 ${420 + index * 220}H1600`, '#4a2a14', 5, { opacity: 0.4 })),
    repeat(3, (index) => line(`M0 ${425 + index * 220}H1600`, '#f0cfa0', 2, { opacity: 0.3 })),
    spot('shade', [800, 230, 1100, 160], 0.75),
    path('M0 1030H1600V1200H0Z', use('board'), { filter: use('grain') }),
    spot('shade', [800, 1030, 1000, 60], 0.5),
    box([0, 150, 1600, 58], 0, use('board'), { filter: use('grain') }),
    box([0, 200, 1600, 8], 0, '#6d4526'),
    onTheShelf(),
  ].join('');
}

/** What stands on the shelf above; only its lower ends are in the picture. */
function onTheShelf(): string {
  const spines = ['#8a4b3f', '#d9c49a', '#4f6b70', '#b9774a', '#6c7d5a', '#e6dcc4', '#7a4658'];
  return [
    linear('tin', ['#5d7f86', '#9fbcbf', '#466067'], [0, 0, 1, 0]),
    repeat(spines.length, (index) => box([330 + index * 62, 0, 56, 150], 4, spines[index] ?? '')),
    repeat(spines.length, (index) => box([330 + index * 62, 60, 56, 10], 0, '#fff4d8', { opacity: 0.5 })),
    box([1060, 0, 300, 150], 16, use('tin')),
    spot('shade', [800, 150, 620, 26], 0.7),
  ].join('');
}

function blankets(): string {
  const colours = ['#7f9aa0', '#e9dcc3', '#c9825f', '#f2ead9'];
  const fold = (index: number) => {
    const [y, left, right] = [962 - index * 106, 58 + (index % 2) * 16, 452 - (index % 2) * 10];
    return made('blanket', box([left, y, right - left, 114], 44, colours[index] ?? ''));
  };
  const layer = (index: number) => {
    const y = 1000 - index * 106;
    return line(`M84 ${y}H430M84 ${y + 34}H430`, '#5c3a24', 4, { opacity: 0.22 });
  };
  return [
    surface('blanket', { ...cloth, round: 20, relief: 30, nap: 0.05, fray: 2 }),
    shadowUnder(250, 1070, 240, 40),
    repeat(4, fold),
    repeat(4, layer),
    repeat(3, (index) => box([66, 984 + index * 13 - 106, 384, 5], 0, '#b06a49', { opacity: 0.55 })),
    repeat(4, (index) => spot('shade', [254, 1072 - index * 106, 215, 16], 0.55)),
  ].join('');
}

/** The open door on the right, lit from outside. */
function door(): string {
  return [
    linear('doorside', ['#8c5f3a', '#d9ad7c', '#c99866'], [0, 0, 1, 0]),
    path('M1452 0L1600 0V1200H1480L1452 1150Z', use('doorside'), { filter: use('grainup') }),
    path('M1452 0L1474 0L1500 1200H1480L1452 1150Z', '#6d4526', { opacity: 0.6 }),
    spot('glow', [1586, 600, 30, 40], 0.6),
    spot('shade', [1440, 640, 60, 620], 0.5),
  ].join('');
}
