import type { PeriodTotals } from './period-totals.js';

/** Closed parcels by quarter, recipient's commune, operator and end (`ParcelPeriodEntity`). */
export const PARCEL_PERIODS: PeriodTotals = {
  table: 'audit.parcel_period',
  facts: 'audit.closed_parcel',
  at: 'closed_at',
  kinds: {
    province_code: 'province_code',
    commune_code: 'commune_code',
    operator_code: 'operator_code',
    outcome: 'outcome',
    delivery_place: `coalesce(delivery_place, '')`,
    failure_reason: `coalesce(failure_reason, '')`,
    at_once: `(outcome = 'EMI' and attempts = 1)`,
    digital_address: 'digital_address',
  },
  sums: { parcels: 'count(*)::int' },
};

/** Accepted parcels by quarter, sender's commune and operator, e-commerce apart (`PostingPeriodEntity`). */
export const POSTING_PERIODS: PeriodTotals = {
  table: 'audit.posting_period',
  facts: 'audit.accepted_parcel',
  at: 'accepted_at',
  kinds: {
    province_code: 'sender_province_code',
    commune_code: 'sender_commune_code',
    operator_code: 'operator_code',
    by_system: 'by_system',
  },
  sums: { parcels: 'count(*)::int', postage_vnd: 'coalesce(sum(postage_vnd), 0)::bigint' },
};

/** Delivered seller orders by quarter, household's commune and hours taken (`FulfilmentPeriodEntity`). */
export const FULFILMENT_PERIODS: PeriodTotals = {
  table: 'audit.fulfilment_period',
  facts: 'audit.fulfilment',
  at: 'delivered_at',
  kinds: {
    province_code: 'province_code',
    commune_code: 'commune_code',
    to_hand_over_hours: 'to_hand_over_hours',
    to_delivery_hours: 'to_delivery_hours',
  },
  sums: { parcels: 'count(*)::int' },
};
