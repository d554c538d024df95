import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;
const PERIOD_SECONDS = 30;
/** A code counts one step earlier and later, for clocks that are off and people who type slowly (RFC 6238 §5.2). */
const WINDOW = 1;

/** A new secret, base32, 160 random bits (RFC 4226 §4). */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** What the QR for an authenticator app says. @param phone as people know it; it names the entry in the app */
export function authenticatorUri(secret: string, phone: string): string {
  return authenticator(secret, phone).toString();
}

/** The code an authenticator shows at an instant. */
export function codeAt(secret: string, at: Date): string {
  return authenticator(secret).generate({ timestamp: at.getTime() });
}

/** The time step for which `code` is right around an instant, or null. The caller must refuse a step that was used before. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime();
  const totp = authenticator(secret);
  const distance = totp.validate({ token: code, timestamp, window: WINDOW });
  return distance === null ? null : totp.counter({ timestamp }) + distance;
}

function authenticator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Chợ Xã', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });
}
