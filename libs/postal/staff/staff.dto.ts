import { Instant, ListOf, Nested, OFFICE_ROLES, OneOf, PageQuery, Text, Uuid, type OfficeRole } from '@choxa/platform';
import { LegEndDto } from '../network/network.dto.js';

export class StaffMemberDto {
  @Uuid() accountId: string;
  @Text({ description: 'Empty until somebody gave one' }) name: string;
  @Text({ description: 'Its last digits only' }) phone: string;
  @OneOf(OFFICE_ROLES) role: OfficeRole;
  @Nested(() => LegEndDto) office: LegEndDto;
  @Instant() since: string;
}

export class StaffDto {
  @ListOf(() => StaffMemberDto) data: StaffMemberDto[];
  @Text({ optional: true }) next: string | null;
}

export class StaffQuery extends PageQuery {
  @Uuid({ optional: true, description: 'One office of an operator you manage' }) office?: string;
}

export class AssignStaffDto {
  @Text({ min: 8, max: 20, description: 'Mobile number with which the person signs in' }) phone: string;
  @Text({ min: 2, max: 80 }) name: string;
  @OneOf(OFFICE_ROLES) role: OfficeRole;
  @Uuid() officeId: string;
}

export class EndStaffDto {
  @Uuid() accountId: string;
  @OneOf(OFFICE_ROLES) role: OfficeRole;
  @Uuid() officeId: string;
}
