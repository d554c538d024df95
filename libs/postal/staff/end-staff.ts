import { Injectable } from '@nestjs/common';
import type { Actor } from '@choxa/platform';
import { postalProblem } from '../postal.problems.js';
import type { EndStaffDto } from './staff.dto.js';
import { StaffPlaces } from './staff-places.js';

/** A manager ends somebody's work at an office of the operator, from that person's next request on. What they did and hold stays theirs. */
@Injectable()
export class EndStaff {
  constructor(private readonly places: StaffPlaces) {}

  /** @throws Problem `office.unknown`, `staff.unknown`, `staff.not-kept` */
  async run(actor: Actor, { accountId, role, officeId }: EndStaffDto): Promise<void> {
    const office = await this.places.one(actor, officeId);
    if (!(await this.places.register.end(actor, { accountId, role, officeId: office.id }))) throw postalProblem('staff.unknown');
  }
}
