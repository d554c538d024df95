import type { EpcisCode } from '../epcis/epcis-codes.js';
import type { Gs1Code } from '../gs1/gs1-codes.js';
import type { LocalTimeCode } from '../local-time/days.js';
import type { OcopCode } from '../ocop/ocop.rules.js';
import type { PhoneCode } from '../phone/phone.js';
import type { PostcodeCode } from '../postcode/postcode.js';
import type { OwnNumberCode } from '../s10/own-number.js';
import type { S10Code } from '../s10/s10.js';
import type { MoneyCode } from '../vietnamese-text/money.js';

/** Every way in which a value can fail one of the standards of this lib: a closed list. */
export type StandardCode = Gs1Code | EpcisCode | S10Code | OwnNumberCode | PhoneCode | PostcodeCode | MoneyCode | LocalTimeCode | OcopCode;

/** What a parser answers: the parts it read, or the code of the first rule that was broken. Parsers never throw. */
export type Result<T, C extends string = StandardCode> = ({ readonly ok: true } & T) | { readonly ok: false; readonly code: C };

/** What a builder throws when it is handed parts from which no valid value can be made. `code` is from the closed list. */
export class StandardError extends Error {
  override readonly name = 'StandardError';

  constructor(
    readonly code: StandardCode,
    detail?: string,
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`);
  }
}
