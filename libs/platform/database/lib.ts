import type { MigrationInterface } from 'typeorm';

type Class<T = unknown> = new (...args: never[]) => T;

/** What a lib brings to the one database: its schema is named after it, and only it touches that schema. */
export interface Lib {
  /** Also the name of its Postgres schema, with `-` written `_`. */
  name: string;
  entities: Class[];
  /** In the order they run; class names end in a 13-digit timestamp (TypeORM's rule). */
  migrations: Class<MigrationInterface>[];
}

export function schemaOf(lib: Lib): string {
  return lib.name.replaceAll('-', '_');
}
