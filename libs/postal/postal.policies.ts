import { definePolicies } from '@choxa/platform';

// Over which parcels: always those of the actor's own offices, by the query's scope. A manager's scope is the operator (managed-operators.ts).
definePolicies({
  'postal.office.read': ['clerk', 'courier', 'postal_manager'],
  'postal.office.manage': ['postal_manager'],
  'postal.network.manage': ['postal_manager'],
  'postal.tariff.manage': ['postal_manager'],
  'postal.parcel.read': ['clerk', 'courier'],
  // A sender's scope is its own parcels with the operators it posts through (senders.ts).
  'postal.parcel.send': ['sender'],
  'postal.event.read': ['sender', 'postal_manager'],
  'postal.parcel.accept': ['clerk'],
  'postal.parcel.deliver': ['clerk', 'courier'],
  'postal.proof.read': ['clerk', 'courier', 'postal_manager'],
  'postal.failure-reason.read': ['clerk', 'courier', 'postal_manager'],
  'postal.review.read': ['postal_manager'],
  'postal.review.decide': ['postal_manager'],
  'postal.pickup.read': ['clerk', 'courier'],
  'postal.pickup.answer': ['clerk'],
  'postal.cod.remit': ['clerk'],
  'postal.bag.read': ['clerk', 'courier'],
  'postal.bag.work': ['clerk'],
  'postal.cash.hold': ['clerk', 'courier'],
  'postal.cash.confirm': ['clerk'],
  'postal.cash.deposit': ['clerk'],
  'postal.scan.record': ['clerk', 'courier'],
  'postal.scan.correct': ['clerk', 'postal_manager'],
  'postal.correction.read': ['clerk', 'postal_manager'],
  'postal.device.read': ['clerk', 'courier', 'postal_manager'],
  'postal.device.use': ['clerk', 'courier'],
  'postal.device.revoke': ['clerk', 'courier', 'postal_manager'],
  'postal.warehouse.work': ['clerk'],
});
