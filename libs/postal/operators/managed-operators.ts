import type { Actor } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Ids of the operators the actor manages: the scope of every query of a manager's page. */
export function managedOperators(actor: Actor): string[] {
  return actor.scope('operator', 'postal_manager').filter((id) => UUID.test(id));
}

/** The operator a manager means: the one asked for, or the only one there is. @throws Problem `operator.missing`, `operator.choose` */
export function managedOperator(actor: Actor, asked: string | undefined): string {
  const own = managedOperators(actor);
  if (!asked && own.length > 1) throw postalProblem('operator.choose');
  const id = asked ? own.find((one) => one === asked.toLowerCase()) : own[0];
  if (!id) throw postalProblem('operator.missing');
  return id;
}
