import { In } from 'typeorm';
import { platformProblem, type Actor, type Tx } from '@choxa/platform';
import { LotEntity } from './lot.entity.js';

/** A lot of one of the actor's own households. Throws `not-found`. */
export async function requireOwnLot(tx: Tx, actor: Actor, lotId: string): Promise<LotEntity> {
  const lot = await tx.findOneBy(LotEntity, { id: lotId, householdId: In(actor.scope('household', 'household')) });
  if (!lot) throw platformProblem('not-found');
  return lot;
}
