import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'household', 'household_business', 'cooperative_group', 'cooperative', 'firm'`;

/** Kind and published identity, the checklist of an approval, refusals, suspensions, the planned closure, owners and invites. */
export class Standing1764103000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.household(runner);
    await this.review(runner);
    await this.suspensions(runner);
    await this.members(runner);
  }

  private async household(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table households.household
        add column kind text not null default 'household',
        add column registration_number text,
        add column publish_street boolean not null default false,
        add column closed_from date,
        add column closed_until date,
        add column closed_note text,
        drop constraint household_state,
        drop constraint household_approval,
        add constraint household_state check (state in ('pending', 'refused', 'approved', 'suspended')),
        add constraint household_approval check ((state in ('pending', 'refused')) = (approved_at is null)),
        add constraint household_kind check (kind in (${KINDS})),
        add constraint household_closure check ((closed_from is null) = (closed_until is null) and closed_from <= closed_until)`);
  }

  private async review(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.requirement (
        code text not null,
        valid_from date not null,
        valid_to date,
        kinds text[] not null,
        position int not null,
        vi text not null,
        en text not null,
        basis text not null,
        constraint "PK_requirement" primary key (code, valid_from),
        constraint requirement_period check (valid_to is null or valid_to >= valid_from)
      )`);
    const sellers = 'Nghị định 52/2013/NĐ-CP điều 29 và 36 (sửa đổi: Nghị định 85/2021/NĐ-CP)';
    await runner.query(
      `insert into households.requirement (code, valid_from, kinds, position, vi, en, basis) values
        ('identity', '2022-01-01', '{${KINDS.replaceAll("'", '')}}', 1,
         'Đã xem giấy tờ của chủ hộ hoặc người đại diện', 'Seen: identity paper of the head or the representative', '${sellers}'),
        ('address', '2022-01-01', '{${KINDS.replaceAll("'", '')}}', 2,
         'Đã đối chiếu địa chỉ', 'Seen: the address is right', '${sellers}'),
        ('production_place', '2022-01-01', '{${KINDS.replaceAll("'", '')}}', 3,
         'Đã thấy đất trồng hoặc nơi làm ra hàng', 'Seen: the land or the place where the goods are made', 'Quy chế sàn, phần người bán / platform rules, sellers'),
        ('registration', '2022-01-01', '{household_business,cooperative_group,cooperative,firm}', 4,
         'Đã xem giấy đăng ký và số đăng ký', 'Seen: the registration paper and its number', '${sellers}')`,
    );
    await runner.query(`
      create table households.requirement_tick (
        id uuid not null,
        household_id uuid not null,
        code text not null,
        seen_at timestamptz not null,
        seen_by uuid not null,
        taken_back_at timestamptz,
        taken_back_by uuid,
        constraint "PK_requirement_tick" primary key (id),
        constraint requirement_tick_household foreign key (household_id) references households.household (id),
        constraint requirement_tick_taken_back check ((taken_back_at is null) = (taken_back_by is null))
      )`);
    await runner.query(
      `create unique index requirement_tick_once on households.requirement_tick (household_id, code) where taken_back_at is null`,
    );
    await runner.query(`
      create table households.refusal (
        id uuid not null,
        household_id uuid not null,
        reason text not null,
        refused_at timestamptz not null,
        refused_by uuid not null,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        constraint "PK_refusal" primary key (id),
        constraint refusal_household foreign key (household_id) references households.household (id),
        constraint refusal_answered check ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null))
      )`);
    await runner.query(`create unique index refusal_open on households.refusal (household_id) where answered_at is null`);
  }

  private async suspensions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table households.suspension_reason (
        code text not null,
        valid_from date not null,
        valid_to date,
        notice_days int not null,
        position int not null,
        vi text not null,
        en text not null,
        basis text not null,
        constraint "PK_suspension_reason" primary key (code, valid_from),
        constraint suspension_reason_period check (valid_to is null or valid_to >= valid_from),
        constraint suspension_reason_notice check (notice_days >= 0)
      )`);
    const own = 'Quy chế sàn, phần tạm dừng / platform rules, suspension';
    await runner.query(
      `insert into households.suspension_reason (code, valid_from, notice_days, position, vi, en, basis) values
        ('authority_order', '2022-01-01', 0, 1, 'Theo yêu cầu của cơ quan nhà nước', 'At the request of an authority',
         'Nghị định 85/2021/NĐ-CP, khoản sửa đổi điều 36: trong 24 giờ từ khi có yêu cầu / within 24 hours of the request'),
        ('unsafe_goods', '2022-01-01', 0, 2, 'Hàng không an toàn', 'Unsafe goods', 'Luật An toàn thực phẩm 55/2010/QH12 điều 55'),
        ('false_identity', '2022-01-01', 3, 3, 'Thông tin người bán không đúng', 'The facts about the seller are not true', '${own}'),
        ('false_origin', '2022-01-01', 5, 4, 'Nguồn gốc hoặc nhãn không đúng', 'Origin or label is not true', '${own}'),
        ('papers_expired', '2022-01-01', 15, 5, 'Giấy tờ hết hạn', 'Papers have run out', '${own}'),
        ('orders_unanswered', '2022-01-01', 7, 6, 'Nhiều đơn không trả lời', 'Many orders left unanswered', '${own}')`,
    );
    await runner.query(`
      create table households.suspension (
        id uuid not null,
        household_id uuid not null,
        reason_code text not null,
        text text not null,
        announced_at timestamptz not null,
        announced_by uuid not null,
        starts_on date not null,
        begun_at timestamptz,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        lifted_at timestamptz,
        lifted_by uuid,
        lift_note text,
        constraint "PK_suspension" primary key (id),
        constraint suspension_household foreign key (household_id) references households.household (id),
        constraint suspension_answered check ((answered_at is null) = (answer is null)),
        constraint suspension_lifted check ((lifted_at is null) = (lifted_by is null))
      )`);
    await runner.query(`create unique index suspension_open on households.suspension (household_id) where lifted_at is null`);
    await runner.query(`create index suspension_due on households.suspension (starts_on) where begun_at is null and lifted_at is null`);
  }

  private async members(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table households.member
        add column role text not null default 'owner',
        add constraint member_role check (role in ('owner', 'member'))`);
    await runner.query(`
      create table households.invite (
        id uuid not null,
        household_id uuid not null,
        phone text not null,
        role text not null,
        invited_at timestamptz not null,
        invited_by uuid not null,
        expires_at timestamptz not null,
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        constraint "PK_invite" primary key (id),
        constraint invite_household foreign key (household_id) references households.household (id),
        constraint invite_role check (role in ('owner', 'member')),
        constraint invite_one_end check (accepted_at is null or withdrawn_at is null)
      )`);
    await runner.query(
      `create unique index invite_open on households.invite (household_id, phone) where accepted_at is null and withdrawn_at is null`,
    );
    await runner.query(`create index invite_phone on households.invite (phone)`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
