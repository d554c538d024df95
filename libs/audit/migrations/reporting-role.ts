/**
 * The role of tools that read figures: made when missing (roles belong to the whole server, so another database may have made it, or be making it now).
 * Nobody logs in as it; whoever may read is given it.
 */
export const REPORTING_ROLE = `
  do $$
  begin
    if not exists (select 1 from pg_roles where rolname = 'choxa_reporting') then
      create role choxa_reporting nologin;
    end if;
  exception
    when duplicate_object or unique_violation then null;
    when insufficient_privilege then
      raise exception using
        errcode = 'insufficient_privilege',
        message = format(
          'Người dùng cơ sở dữ liệu "%1$s" không được tạo vai trò choxa_reporting cho việc đọc số liệu. '
          'Quản trị viên hãy chạy: CREATE ROLE choxa_reporting NOLOGIN; / '
          'The database user "%1$s" may not create the role choxa_reporting that reads figures. '
          'Ask an administrator to run: CREATE ROLE choxa_reporting NOLOGIN;', current_user);
  end $$`;
