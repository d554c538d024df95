/**
 * The post's role: made when missing (roles belong to the whole server, so another database may have made it, or be making it now),
 * and handed to the user the application connects as.
 */
export const ROLE = `
  do $$
  begin
    if not exists (select 1 from pg_roles where rolname = 'choxa_postal') then
      begin
        create role choxa_postal nologin;
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, 'choxa_postal', 'member') then
      execute format('grant choxa_postal to %I', current_user);
    end if;
  exception when insufficient_privilege then
    raise exception using
      errcode = 'insufficient_privilege',
      message = format(
        'Người dùng cơ sở dữ liệu "%1$s" không được tạo vai trò choxa_postal cho bưu chính. '
        'Quản trị viên hãy chạy: CREATE ROLE choxa_postal NOLOGIN; GRANT choxa_postal TO "%1$s"; / '
        'The database user "%1$s" may not create the role choxa_postal that the post runs as. '
        'Ask an administrator to run: CREATE ROLE choxa_postal NOLOGIN; GRANT choxa_postal TO "%1$s";', current_user);
  end $$`;

/** What the post may touch: its own schema, and of the platform and the job queue what taking and telling facts needs. Nothing else. */
export const GRANTS = [
  `grant usage on schema postal to choxa_postal`,
  `grant select, insert, update, delete on postal.operator, postal.number_range, postal.default_operator, postal.office, postal.norm,
     postal.tariff, postal.parcel, postal.content_line, postal.delivery_code to choxa_postal`,
  // Append-only: what was scanned, tried and booked stays.
  `grant select, insert on postal.scan, postal.attempt, postal.cod_entry to choxa_postal`,

  `grant usage on schema platform to choxa_postal`,
  `grant insert on platform.inbox, platform.message to choxa_postal`,
  `grant select, insert on platform.idempotency to choxa_postal`,
  `grant update (answer) on platform.idempotency to choxa_postal`,
  // Kept answers hold other libs' data, so the post sees only its own. The policy lets every other role pass as before.
  `alter table platform.idempotency enable row level security`,
  `create policy idempotency_of_the_post on platform.idempotency for all to public
     using (current_user <> 'choxa_postal' or route like 'postal.%')
     with check (current_user <> 'choxa_postal' or route like 'postal.%')`,

  // Publishing an event reads who subscribed and adds a job; of the jobs themselves only the returned columns may be read.
  `grant usage on schema pgboss to choxa_postal`,
  `grant select on pgboss.subscription, pgboss.queue to choxa_postal`,
  `grant insert on pgboss.job, pgboss.job_common to choxa_postal`,
  `grant select (id, start_after) on pgboss.job, pgboss.job_common to choxa_postal`,
];
