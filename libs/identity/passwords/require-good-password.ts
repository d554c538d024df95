import { platformProblem } from '@choxa/platform';
import { passwordFault, type PasswordFault } from './password.rules.js';

const SENTENCES: Record<PasswordFault, string> = {
  'password.too-plain': 'Mật khẩu quá đơn giản. / The password is too plain.',
  'password.is-phone': 'Mật khẩu không được là số điện thoại. / The password must not be the phone number.',
};

/** Throws `request.invalid` naming the field when a password is too easy to guess. @param phone E.164 */
export function requireGoodPassword(password: string, phone: string, pointer: string): void {
  const code = passwordFault(password, phone);
  if (code) throw platformProblem('request.invalid', { errors: [{ pointer, code, detail: SENTENCES[code] }] });
}
