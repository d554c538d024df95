import { createPrivateKey } from 'node:crypto';
import { resolve } from 'node:path';

/** Everything the processes read from the environment, validated once at start. Documented for operators in `.env.example`. */
export class Config {
  /** Postgres connection URL (any PostgreSQL ≥ 15). */
  databaseUrl: string;
  /** Folder for the embedded database, uploaded files and logs; absolute. */
  dataDir: string;
  /** Port of the storefront, the one users see. */
  port: number;
  /** Port of the API process. */
  apiPort: number;
  /** The origin users see, without a trailing slash, e.g. `https://choxa.vn`. */
  publicUrl: string;
  /** True where invented people and the demo inbox may be shown. */
  demo: boolean;
  /** Folder of stored files (`file:` URL in `STORAGE_URL`). */
  storageDir: string;
  /** Folder outside the database where the heads of the audit trail are published; absolute. */
  auditHeadsDir: string;
  /** Connections of one process to the database. */
  poolSize: number;
  /** Handle events and jobs in this process. */
  workers: boolean;
  logLevel: string;
  /** Call private addresses and plain http when somebody gives us such an address: for tests and demos on one machine only. */
  allowPrivateCalls: boolean;
  /** Keys by which push services know us, base64url; both or none. Without them a pair is made and kept in `dataDir`. */
  vapidPublicKey: string | null;
  vapidPrivateKey: string | null;
  /** Ed25519 private key (PKCS #8, PEM) with which closed periods are signed. Without it one is made and kept in `dataDir`. */
  signingKey: string | null;
}

/** Thrown when the environment cannot be used; `problems` names every bad variable at once. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`Cấu hình sai / bad configuration: ${problems.join('; ')}`);
  }
}

/** Reads and validates the environment. Throws {@link ConfigError} naming each bad variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const port = (name: string, fallback: number) => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 1 || value > 65535) problems.push(`${name} phải là cổng 1–65535 / must be a port 1–65535`);
    return value;
  };
  const count = (name: string, fallback: number) => {
    const value = Number(env[name] || fallback);
    if (!Number.isInteger(value) || value < 1 || value > 200) problems.push(`${name} phải là số 1–200 / must be a number 1–200`);
    return value;
  };
  const flag = (name: string, fallback: boolean) => {
    const value = env[name];
    if (value === undefined || value === '') return fallback;
    if (value !== '0' && value !== '1') problems.push(`${name} phải là 0 hoặc 1 / must be 0 or 1`);
    return value === '1';
  };
  const config = new Config();
  config.databaseUrl = env.DATABASE_URL ?? '';
  if (!/^postgres(ql)?:\/\//.test(config.databaseUrl))
    problems.push('DATABASE_URL phải bắt đầu bằng postgres:// / must start with postgres://');
  config.dataDir = resolve(env.DATA_DIR || '.data');
  config.port = port('PORT', 3000);
  config.apiPort = port('API_PORT', 3001);
  config.publicUrl = (env.PUBLIC_URL || `http://localhost:${config.port}`).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/?#\s]+$/.test(config.publicUrl)) problems.push('PUBLIC_URL phải là một origin http(s) / must be an http(s) origin');
  config.demo = flag('DEMO', false);
  config.workers = flag('WORKERS', true);
  config.poolSize = count('DATABASE_POOL', 16);
  const storage = env.STORAGE_URL || `file://${resolve(config.dataDir, 'files')}`;
  if (!storage.startsWith('file://')) problems.push('STORAGE_URL chỉ nhận file:// / accepts file:// only');
  config.storageDir = resolve(storage.slice('file://'.length));
  config.auditHeadsDir = resolve(env.AUDIT_HEADS_DIR || resolve(config.dataDir, 'audit-heads'));
  config.logLevel = env.LOG_LEVEL || 'info';
  if (!['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'].includes(config.logLevel))
    problems.push('LOG_LEVEL không hợp lệ / unknown level');
  config.allowPrivateCalls = flag('ALLOW_PRIVATE_CALLS', false);
  config.vapidPublicKey = env.VAPID_PUBLIC_KEY || null;
  config.vapidPrivateKey = env.VAPID_PRIVATE_KEY || null;
  if (!config.vapidPublicKey !== !config.vapidPrivateKey)
    problems.push('VAPID_PUBLIC_KEY và VAPID_PRIVATE_KEY phải đi cùng nhau / must come together');
  config.signingKey = env.SIGNING_KEY ? Buffer.from(env.SIGNING_KEY, 'base64').toString('utf8') : null;
  if (config.signingKey !== null && !isEd25519(config.signingKey))
    problems.push('SIGNING_KEY phải là khóa Ed25519 (PEM, viết base64) / must be an Ed25519 key (PEM in base64)');
  if (problems.length) throw new ConfigError(problems);
  return config;
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
