import { Database } from '@choxa/platform';

/** The post's own door to Postgres: all its statements run as the role `choxa_postal`. */
export class PostalDatabase extends Database {}
