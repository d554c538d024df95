import type { Actor } from '@choxa/platform';
import { staffOffices, type Offices, type StaffOffice } from '../offices/offices.query.js';
import { postalProblem } from '../postal.problems.js';

/** One of the offices where the actor is a clerk, by its id or code. @throws Problem `walk-in.office-unknown` */
export async function counterOffice(offices: Offices, actor: Actor, written: string): Promise<StaffOffice> {
  const own = await offices.byIds(staffOffices(actor, 'clerk'));
  const office = own.find(({ id, code }) => id === written.toLowerCase() || code === written);
  if (!office) throw postalProblem('walk-in.office-unknown');
  return office;
}
