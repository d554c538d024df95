import { Injectable } from '@nestjs/common';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Actor, type OfficeRole, type Page } from '@choxa/platform';
import { maskPhone } from '@choxa/standards';
import type { StaffMemberDto, StaffQuery } from './staff.dto.js';
import { StaffPlaces } from './staff-places.js';

/** Who works at the offices of an operator, for its managers. */
@Injectable()
export class Staff {
  constructor(private readonly places: StaffPlaces) {}

  /** By name. @throws Problem `staff.not-kept` */
  async list(actor: Actor, { office, limit = DEFAULT_LIMIT, cursor }: StaffQuery): Promise<Page<StaffMemberDto>> {
    const places = new Map((await this.places.managed(actor, office)).map((place) => [place.id, place]));
    const [name, accountId, role, officeId] = (cursor ? decodeCursor(cursor, 4) : []) as string[];
    const after = name === undefined ? null : { name, accountId: accountId!, role: role as OfficeRole, officeId: officeId! };
    const members = await this.places.register.at([...places.keys()], limit + 1, after);
    return pageOf(
      members,
      limit,
      (member) => [member.name, member.accountId, member.role, member.officeId],
      (member) => ({
        accountId: member.accountId,
        name: member.name,
        phone: maskPhone(member.phone),
        role: member.role,
        office: places.get(member.officeId)!,
        since: member.since.toISOString(),
      }),
    );
  }
}
