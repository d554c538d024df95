import { backdrop } from './backdrop.js';
import { craft, cloth, village } from './craft.js';
import { coffee, infusion, tea } from './cups.js';
import { softDrink, spirit, water, wine } from './drinks.js';
import { freshHarvest, freshMeat, grain, honey } from './harvest.js';
import { cosmetics, herbal, oil } from './herbs.js';
import { fromGrain, fromHarvest, fromMeat, readyToEat } from './kitchen.js';
import { animals, bonsai, flowers } from './ornamentals.js';
import { sauce, spice } from './seasoning.js';
import { sketch, type Sketch } from './sketch.js';

/** One scene per OCOP product set of the 2026 scheme, in the scheme's order (domain.md §2). */
const SCENES: readonly ((s: Sketch) => string)[] = [
  freshHarvest,
  freshMeat,
  grain,
  honey,
  readyToEat,
  fromGrain,
  fromHarvest,
  fromMeat,
  sauce,
  spice,
  tea,
  infusion,
  coffee,
  spirit,
  wine,
  water,
  softDrink,
  herbal,
  cosmetics,
  oil,
  craft,
  cloth,
  flowers,
  bonsai,
  animals,
  village,
];

/**
 * A drawn picture for a product that has no photo: what its OCOP product set is about, on a warm ground. 1200 × 900,
 * no writing, nothing loaded from elsewhere; the same code and seed always give the same bytes, other seeds other
 * colours and arrangements.
 * @param seed best the product's name: where a set has several scenes (fish, meat, shrimps …) its words choose, else chance
 * @param setCode the set's number, with or without leading zeros or a prefix (`4`, `04`, `ocop-2026/4`); an unknown one gives a basket of fruit
 */
export function motifSvg(setCode: string, seed: string): string {
  const set = Number(/\d+$/.exec(setCode)?.[0] ?? 0);
  const s = sketch(`${set}:${seed}`);
  const scene = SCENES[set - 1] ?? freshHarvest;
  const drawing = backdrop(s) + scene(s);
  const turned = s.random() < 0.5 ? `<g transform="translate(1200 0) scale(-1 1)">${drawing}</g>` : drawing;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 900" width="1200" height="900"><defs>${s.defs.join('')}</defs>${turned}</svg>`;
}
