import { missingToPublish, type PublishFacts } from './product.rules.js';

const whole: PublishFacts = {
  name: 'Cà phê',
  setScheme: '2026',
  setCode: '13',
  licenceOnFile: false,
  householdMaySell: true,
  imageCount: 1,
  packs: [{ netContentValue: 500, priceVnd: 120_000, onHand: 3 }],
};
const pack = whole.packs[0]!;

describe('what a product needs to go on sale', () => {
  it.each<[string, Partial<PublishFacts>, string[]]>([
    ['nothing when whole', {}, []],
    ['a name with a letter or digit', { name: ' - ' }, ['name']],
    ['a picture', { imageCount: 0 }, ['image']],
    ['a product set', { setCode: '' }, ['set']],
    ['a net content', { packs: [{ ...pack, netContentValue: null }] }, ['netContent']],
    ['a price', { packs: [{ ...pack, priceVnd: null }] }, ['price']],
    ['stock', { packs: [{ ...pack, onHand: 0 }] }, ['stock']],
    ['an approved household', { householdMaySell: false }, ['household']],
    ['a licence for white spirit', { setCode: '14' }, ['licence']],
    ['a licence for other alcohol', { setCode: '15' }, ['licence']],
    ['a licence for health food', { setCode: '18' }, ['licence']],
    ['no licence for herbal cosmetics', { setCode: '19' }, []],
    ['nothing more where the licence is on file', { setCode: '14', licenceOnFile: true }, []],
    ['everything at once, in the order asked', { name: '', imageCount: 0, packs: [] }, ['name', 'image', 'netContent', 'price', 'stock']],
    ['one pack in stock of several', { packs: [{ ...pack, onHand: 0 }, pack] }, []],
  ])('%s', (_name, change, missing) => {
    expect(missingToPublish({ ...whole, ...change })).toEqual(missing);
  });
});
