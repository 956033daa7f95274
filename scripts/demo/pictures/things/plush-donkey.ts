import { donkey, donkeyMaterials } from '../studio/donkey';
import { landscape, picture, shadowUnder, sunOnWall, wall, woodenTable } from '../studio/settings';
import { place } from '../studio/shapes';

/** The plush donkey in its pink hooded shirt, on a table in the afternoon sun. */
export function plushDonkey(): string {
  return picture(
    landscape,
    wall(landscape, ['#fbeed6', '#efd6b4', '#cfa988']),
    sunOnWall(110, 110, 1.1, 0.75),
    woodenTable(landscape, 930, ['#dfae7a', '#bd8451', '#935c35']),
    donkeyMaterials(),
    shadowUnder(800, 1104, 330, 64),
    place({ x: 800, y: 1094, scale: 0.9 }, donkey()),
  );
}
