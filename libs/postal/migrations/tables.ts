const PARTY = (role: string) => `
    ${role}_name text not null,
    ${role}_phone text not null,
    ${role}_street text not null,
    ${role}_commune_code text not null,
    ${role}_commune_name text not null,
    ${role}_province_code text not null,
    ${role}_province_name text not null,`;

/** Makes changes of a table's rows fail, whoever tries. */
const APPEND_ONLY = (table: string) =>
  `create trigger ${table}_append_only before update or delete on postal.${table} for each row execute function postal.refuse_change()`;

export const TABLES = [
  `create table postal.operator (
    id uuid not null,
    code text not null,
    name text not null,
    created_at timestamptz not null,
    constraint "PK_operator" primary key (id),
    constraint operator_code_unique unique (code),
    constraint operator_code_shape check (code ~ '^[a-z0-9-]{2,40}$')
  )`,
  `create table postal.number_range (
    id uuid not null,
    operator_id uuid not null,
    kind text not null,
    indicator text,
    country text,
    prefix text,
    serial_from bigint not null,
    serial_to bigint not null,
    next_serial bigint not null,
    constraint "PK_number_range" primary key (id),
    constraint number_range_operator foreign key (operator_id) references postal.operator (id),
    constraint number_range_kind check ((kind = 's10' and indicator is not null and country is not null and prefix is null)
      or (kind = 'own' and prefix is not null and indicator is null and country is null)),
    constraint number_range_serials check (serial_from >= 0 and serial_from <= next_serial and next_serial <= serial_to + 1)
  )`,
  `create unique index number_range_of_operator on postal.number_range (operator_id, serial_from)`,
  `create table postal.default_operator (
    province_code text not null,
    operator_id uuid not null,
    constraint "PK_default_operator" primary key (province_code),
    constraint default_operator_operator foreign key (operator_id) references postal.operator (id)
  )`,
  `create table postal.office (
    id uuid not null,
    operator_id uuid not null,
    code text not null,
    name text not null,
    kind text not null,
    commune_code text not null,
    commune_name text not null,
    province_code text not null,
    province_name text not null,
    postcode text,
    constraint "PK_office" primary key (id),
    constraint office_code_unique unique (operator_id, code),
    constraint office_operator foreign key (operator_id) references postal.operator (id),
    constraint office_kind check (kind in ('counter', 'commune_cultural', 'delivery', 'hub')),
    constraint office_postcode check (postcode ~ '^[0-9]{5}$')
  )`,
  `create index office_of_province on postal.office (operator_id, province_code)`,
  `create table postal.norm (
    operator_id uuid not null,
    from_province text not null,
    to_province text not null,
    zone text not null,
    hours int not null,
    constraint "PK_norm" primary key (operator_id, from_province, to_province),
    constraint norm_operator foreign key (operator_id) references postal.operator (id),
    constraint norm_zone check (zone in ('province', 'region', 'nation')),
    constraint norm_hours check (hours > 0)
  )`,
  `create table postal.tariff (
    id uuid not null,
    operator_id uuid not null,
    zone text not null,
    up_to_grams int not null,
    price_vnd bigint not null,
    cod_fee_vnd bigint not null,
    valid_from date not null,
    valid_until date,
    basis text not null,
    constraint "PK_tariff" primary key (id),
    constraint tariff_operator foreign key (operator_id) references postal.operator (id),
    constraint tariff_zone check (zone in ('province', 'region', 'nation')),
    constraint tariff_amounts check (up_to_grams > 0 and price_vnd >= 0 and cod_fee_vnd >= 0),
    constraint tariff_validity check (valid_until is null or valid_until > valid_from)
  )`,
  `create unique index tariff_step on postal.tariff (operator_id, zone, up_to_grams, valid_from)`,
  `create table postal.parcel (
    number text not null,
    operator_id uuid not null,
    sender_key text not null,
    sender_reference text not null,${PARTY('sender')}${PARTY('recipient')}
    weight_grams int not null,
    accepted_weight_grams int,
    cod_vnd bigint not null,
    origin_office_id uuid not null,
    delivery_office_id uuid not null,
    current_office_id uuid,
    state text not null,
    state_at timestamptz not null,
    attempts int not null,
    announced_at timestamptz not null,
    accepted_at timestamptz,
    promised_on date,
    closed_at timestamptz,
    outcome text,
    delivery_place text,
    constraint "PK_parcel" primary key (number),
    constraint parcel_sender_reference_unique unique (sender_key, sender_reference),
    constraint parcel_operator foreign key (operator_id) references postal.operator (id),
    constraint parcel_origin_office foreign key (origin_office_id) references postal.office (id),
    constraint parcel_delivery_office foreign key (delivery_office_id) references postal.office (id),
    constraint parcel_current_office foreign key (current_office_id) references postal.office (id),
    constraint parcel_weight check (weight_grams > 0 and (accepted_weight_grams is null or accepted_weight_grams > 0)),
    constraint parcel_cod check (cod_vnd >= 0),
    constraint parcel_state check (state in ('announced', 'accepted', 'in_transit', 'at_delivery_office', 'out_for_delivery', 'held',
      'attempt_failed', 'delivered', 'returning', 'returned', 'lost')),
    constraint parcel_delivery_place
      check (delivery_place in ('address', 'shared_box', 'pickup_point', 'service_point', 'other_as_requested')),
    constraint parcel_outcome check (outcome in ('EMI', 'RTD', 'lost', 'destroyed') and (outcome is null) = (closed_at is null)),
    constraint parcel_delivered_somewhere check ((outcome is not distinct from 'EMI') = (delivery_place is not null))
  )`,
  `create index parcel_of_origin_office on postal.parcel (origin_office_id, announced_at)`,
  `create index parcel_of_delivery_office on postal.parcel (delivery_office_id, announced_at)`,
  `create index parcel_of_current_office on postal.parcel (current_office_id, announced_at)`,
  `create index parcel_of_operator on postal.parcel (operator_id, announced_at)`,
  `create table postal.content_line (
    parcel_number text not null,
    line_no int not null,
    code14 text,
    description text not null,
    quantity int not null,
    checked text,
    constraint "PK_content_line" primary key (parcel_number, line_no),
    constraint content_line_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint content_line_code check (code14 ~ '^[0-9]{14}$'),
    constraint content_line_quantity check (quantity > 0),
    constraint content_line_checked check (checked in ('matches', 'missing', 'other_code'))
  )`,
  `create table postal.scan (
    id uuid not null,
    parcel_number text not null,
    code text not null,
    event_time timestamptz not null,
    recorded_at timestamptz not null,
    device text not null,
    office_id uuid not null,
    actor_id uuid not null,
    reason text,
    next_action text,
    from_the_future boolean not null,
    constraint "PK_scan" primary key (id),
    constraint scan_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint scan_office foreign key (office_id) references postal.office (id),
    constraint scan_code check (code in ('EMA', 'EDD', 'EDE', 'EMG', 'EDF', 'EDG', 'EMH', 'EDH', 'EMI', 'RTS', 'RTD')),
    constraint scan_reason check (code <> 'EMH' or reason is not null)
  )`,
  `create index scan_of_parcel on postal.scan (parcel_number, event_time)`,
  `create table postal.delivery_code (
    parcel_number text not null,
    salt bytea not null,
    hash bytea not null,
    tries int not null default 0,
    constraint "PK_delivery_code" primary key (parcel_number),
    constraint delivery_code_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint delivery_code_tries check (tries between 0 and 5)
  )`,
  `create table postal.attempt (
    scan_id uuid not null,
    parcel_number text not null,
    tried_at timestamptz not null,
    reason text not null,
    next_action text,
    constraint "PK_attempt" primary key (scan_id),
    constraint attempt_scan foreign key (scan_id) references postal.scan (id),
    constraint attempt_parcel foreign key (parcel_number) references postal.parcel (number)
  )`,
  `create index attempt_of_parcel on postal.attempt (parcel_number, tried_at)`,
  `create table postal.cod_entry (
    id uuid not null,
    journal_id uuid not null,
    parcel_number text not null,
    step text not null,
    account text not null,
    holder_id uuid,
    amount_vnd bigint not null,
    booked_at timestamptz not null,
    constraint "PK_cod_entry" primary key (id),
    constraint cod_entry_parcel foreign key (parcel_number) references postal.parcel (number),
    constraint cod_entry_step check (step in ('due', 'collected', 'cancelled')),
    constraint cod_entry_account check (account in ('recipient', 'cash', 'sender') and (account = 'cash') = (holder_id is not null)),
    constraint cod_entry_amount check (amount_vnd <> 0)
  )`,
  `create unique index cod_entry_once on postal.cod_entry (parcel_number, step, account)`,
  `create index cod_entry_journal on postal.cod_entry (journal_id)`,

  `create function postal.refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'postal.% is append-only: a mistake is put right by a new row', tg_table_name using errcode = 'restrict_violation';
    end $$`,
  APPEND_ONLY('scan'),
  APPEND_ONLY('attempt'),
  APPEND_ONLY('cod_entry'),
  `create function postal.refuse_unbalanced() returns trigger language plpgsql as $$
    begin
      if (select sum(amount_vnd) from postal.cod_entry where journal_id = new.journal_id) <> 0 then
        raise exception 'journal % does not sum to zero', new.journal_id using errcode = 'check_violation', constraint = 'cod_journal_balanced';
      end if;
      return null;
    end $$`,
  `create constraint trigger cod_journal_balanced after insert on postal.cod_entry deferrable initially deferred
     for each row execute function postal.refuse_unbalanced()`,
];
