export const MIN_PASSWORD = 10;
export const MAX_PASSWORD = 128;
const LEAST_DIFFERENT = 5;

/** Why a password is too easy to guess, or null. */
export type PasswordFault = 'password.too-plain' | 'password.is-phone';

/**
 * Length is what counts (NIST SP 800-63B): no rules about kinds of letters, but neither few characters over and over, nor the phone itself.
 *
 * @param phone E.164
 */
export function passwordFault(password: string, phone: string): PasswordFault | null {
  if (new Set(password.toLowerCase()).size < LEAST_DIFFERENT) return 'password.too-plain';
  const digits = password.replace(/\D/g, '');
  if (digits.includes(phone.slice(3)) && digits.length >= password.length - 3) return 'password.is-phone';
  return null;
}
