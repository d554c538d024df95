import { rightOfficeInstead } from './bag-route.rules.js';

const way = { fromOfficeId: 'here', toOfficeId: 'hub', toKind: 'hub' as const };

describe('whether a parcel goes with a bag', () => {
  const delivery = { ...way, toOfficeId: 'far', toKind: 'delivery' as const };
  it.each([
    ['its way goes there next', way, 'far', ['here', 'hub', 'far'], null],
    ['its way passes there later', delivery, 'far', ['here', 'hub', 'far'], null],
    ['its way goes elsewhere', way, 'far', ['here', 'other-hub', 'far'], 'other-hub'],
    ['it is where it is to be', way, 'here', ['here'], 'here'],
    ['the network knows no way, and the bag goes to a hub', way, 'far', null, null],
    ['the network knows no way, and the bag goes to its delivery office', delivery, 'far', null, null],
    ['the network knows no way, and the bag goes to another delivery office', { ...delivery, toOfficeId: 'x' }, 'far', null, 'far'],
  ])('%s', (_, bag, target, path, instead) => {
    expect(rightOfficeInstead(bag, target, path)).toBe(instead);
  });
});
