import { isPublicAddress } from './public-address.js';
import { PushEndpoints } from './push-endpoints.js';

// Promise 26 as far as pushes concern: their addresses come from browsers.
describe('where a push may be sent', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fd00::1',
    '64:ff9b::7f00:1',
    'no address',
  ])('%s is no address of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ['https://push.example.com/abc', true],
    ['http://push.example.com/abc', false],
    ['https://localhost/abc', false],
    ['https://2130706433/abc', false],
    ['https://0x7f.1/abc', false],
    ['https://[::ffff:127.0.0.1]/abc', false],
    ['https://[2606:4700:4700::1111]/abc', true],
    ['https://user:word@push.example.com/', false],
    ['ftp://push.example.com/', false],
    ['push.example.com', false],
  ])('%s may be kept: %s', (endpoint, allowed) => {
    expect(new PushEndpoints().allows(endpoint)).toBe(allowed);
  });
});
