import { DEMO_HOUSEHOLDS } from '../demo-households.js';
import { DEMO_TAKEN_DOWN, type DemoGood } from './demo-good.js';
import { CENTRAL_COAST } from './central-coast.js';
import { CENTRAL_HIGHLANDS } from './central-highlands.js';
import { MEKONG_DELTA } from './mekong-delta.js';
import { NORTHERN_MOUNTAINS } from './northern-mountains.js';
import { RED_RIVER } from './red-river.js';
import { SOUTHERN_COAST } from './southern-coast.js';

const OF_REGIONS = [NORTHERN_MOUNTAINS, RED_RIVER, CENTRAL_COAST, CENTRAL_HIGHLANDS, MEKONG_DELTA, SOUTHERN_COAST].flat();

/** Listed after all others: one that is taken down, and fruit to be found beside those of other households. */
const LISTED_LAST: readonly DemoGood[] = [
  {
    household: 'da-lat',
    set: '7',
    name: DEMO_TAKEN_DOWN,
    content: [250, 'g'],
    priceVnd: 60_000,
    weightGrams: 300,
    label: 'bare',
    description: 'Dâu tằm rim đường phèn, dẻo và chua nhẹ.',
  },
  {
    household: 'cau-ke',
    set: '1',
    name: 'Bưởi da xanh',
    content: [1, 'fruit'],
    priceVnd: 65_000,
    weightGrams: 1_600,
    shelfLifeDays: 30,
    brand: 'Sô Phia',
    description: 'Ruột hồng, tép ráo, cắt khi vỏ còn xanh.',
  },
  {
    household: 'cau-ke',
    set: '1',
    name: 'Cam sành Cầu Kè',
    content: [1, 'kg'],
    priceVnd: 32_000,
    weightGrams: 1_050,
    shelfLifeDays: 14,
    brand: 'Sô Phia',
    description: 'Vỏ sần, mọng nước, vắt hay ăn tươi đều ngon.',
  },
];

/** All goods of the demo, household by household: over all twenty-six sets. */
export const DEMO_GOODS: readonly DemoGood[] = [
  ...DEMO_HOUSEHOLDS.flatMap(({ key }) => OF_REGIONS.filter(({ household }) => household === key)),
  ...LISTED_LAST,
];
