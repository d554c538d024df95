import { ListOf, Text } from '../http/fields.js';

export class SigningKeyDto {
  @Text({ max: 64, description: 'SHA-256 of the public key (SPKI, DER), hex' }) keyId: string;
  @Text({ max: 500, description: 'Ed25519 (RFC 8032), SPKI as PEM' }) publicKey: string;
}

export class SigningKeysDto {
  @ListOf(() => SigningKeyDto, { description: 'All this installation has signed with' }) data: SigningKeyDto[];
}
