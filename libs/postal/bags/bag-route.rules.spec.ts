import { rightOfficeInstead } from './bag-route.rules.js';

const way = { fromOfficeId: 'here', toOfficeId: 'hub', toKind: 'hub' as const };

describe('whether a parcel goes with a bag', () => {
  it.each([
    ['the network sends it there', way, 'far', 'hub', null],
    ['the bag goes to its delivery office itself', { ...way, toOfficeId: 'far', toKind: 'delivery' as const }, 'far', 'hub', null],
    ['the network sends it elsewhere', way, 'far', 'other-hub', 'other-hub'],
    ['it is where it is to be', way, 'here', null, 'here'],
    ['the network knows no way, and the bag goes to a hub', way, 'far', null, null],
    [
      'the network knows no way, and the bag goes to another delivery office',
      { ...way, toOfficeId: 'x', toKind: 'delivery' as const },
      'far',
      null,
      'far',
    ],
  ])('%s', (_, bag, target, nextHop, instead) => {
    expect(rightOfficeInstead(bag, target, nextHop)).toBe(instead);
  });
});
