import type { Actor } from '@choxa/platform';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the operators the actor manages: the scope of every query of a manager's page. */
export function managedOperators(actor: Actor): string[] {
  return actor.scope('operator', 'postal_manager').filter((id) => UUID.test(id));
}
