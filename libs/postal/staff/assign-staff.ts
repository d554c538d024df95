import { Injectable } from '@nestjs/common';
import type { Actor } from '@choxa/platform';
import { parsePhone } from '@choxa/standards';
import { postalProblem } from '../postal.problems.js';
import type { AssignStaffDto } from './staff.dto.js';
import { StaffPlaces } from './staff-places.js';

/** A manager sends somebody to work at an office of the operator, from that person's next request on. The audit trail is written where people are kept. */
@Injectable()
export class AssignStaff {
  constructor(private readonly places: StaffPlaces) {}

  /** @throws Problem `staff.phone`, `office.unknown`, `staff.not-kept` */
  async run(actor: Actor, { phone: written, name, role, officeId }: AssignStaffDto): Promise<void> {
    const phone = parsePhone(written);
    if (!phone.ok) throw postalProblem('staff.phone', { errors: [{ pointer: '/phone', code: 'staff.phone', detail: written }] });
    const office = await this.places.one(actor, officeId);
    await this.places.register.assign(actor, { phone: phone.e164, name, role, officeId: office.id, officeName: office.name });
  }
}
