/** Who may import whom among our workspaces: the table of the design, as data. `events-of` allows only names that come from `*.events.ts` files. */
export interface Rule {
  may: readonly string[];
  eventsOf?: readonly string[];
}

const TECHNICAL = ['platform', 'standards'] as const;

export const IMPORT_TABLE: Record<string, Rule> = {
  'libs/standards': { may: [] },
  'libs/platform': { may: ['standards'] },
  'libs/places': { may: TECHNICAL },
  'libs/identity': { may: TECHNICAL },
  'libs/households': { may: [...TECHNICAL, 'places', 'identity'] },
  'libs/catalogue': { may: [...TECHNICAL, 'places', 'identity', 'households'] },
  'libs/labelling': { may: [...TECHNICAL, 'places', 'identity', 'households', 'catalogue'] },
  'libs/orders': { may: [...TECHNICAL, 'places', 'identity', 'households', 'catalogue', 'labelling', 'postal-contract'] },
  'libs/postal-contract': { may: ['standards'] },
  'libs/postal': { may: [...TECHNICAL, 'places', 'postal-contract'] },
  'libs/audit': { may: [...TECHNICAL, 'places', 'postal-contract'], eventsOf: ['households', 'catalogue', 'labelling', 'orders'] },
  'libs/api-client': { may: [] },
  'libs/testing': { may: ['platform'] },
  'apps/api': {
    may: [...TECHNICAL, 'places', 'identity', 'households', 'catalogue', 'labelling', 'orders', 'postal-contract', 'postal', 'audit'],
  },
  'apps/postal': { may: [...TECHNICAL, 'places', 'identity', 'postal-contract', 'postal'] },
  'apps/cli': {
    may: [
      ...TECHNICAL,
      'places',
      'identity',
      'households',
      'catalogue',
      'labelling',
      'orders',
      'postal-contract',
      'postal',
      'audit',
      'app-api',
    ],
  },
  'apps/storefront': { may: ['api-client', 'standards'] },
  e2e: {
    may: [
      ...TECHNICAL,
      'places',
      'identity',
      'households',
      'catalogue',
      'labelling',
      'orders',
      'postal-contract',
      'postal',
      'audit',
      'app-api',
      'testing',
    ],
  },
};
