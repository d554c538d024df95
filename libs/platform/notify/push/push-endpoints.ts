import { Injectable } from '@nestjs/common';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress, publicLookup } from './public-address.js';

/** Where a push may be sent: the address comes from a browser, so it may be anything. */
@Injectable()
export class PushEndpoints {
  /** How the name in an address is resolved, when the connection is made. */
  readonly lookup: LookupFunction = publicLookup;

  /** Whether an address may be kept: https, no credentials in it, and no address of a private network. */
  allows(endpoint: string): boolean {
    if (!URL.canParse(endpoint)) return false;
    const { protocol, hostname, username, password } = new URL(endpoint);
    const host = hostname.replace(/^\[|\]$/g, '');
    return (
      protocol === 'https:' &&
      !username &&
      !password &&
      host.includes(isIP(host) === 6 ? ':' : '.') &&
      (!isIP(host) || isPublicAddress(host))
    );
  }
}
