import { callerAddress } from './caller-address.js';

const caller = (ip: string, named?: string) => callerAddress({ ip, headers: named === undefined ? {} : { 'x-forwarded-for': named } });

describe('whose network a request came from', () => {
  it.each([
    ['127.0.0.1', '113.161.0.9', '113.161.0.9'],
    ['::ffff:172.18.0.3', '1.2.3.4, 113.161.0.9', '113.161.0.9'],
    ['113.161.0.9', '8.8.8.8', '113.161.0.9'],
    ['2405:4800::1', '8.8.8.8', '2405:4800:0:0::/64'],
    ['127.0.0.1', '2405:4800:12:34:5:6:7:8', '2405:4800:12:34::/64'],
    ['::1', undefined, null],
  ])('from %s naming %s it is %s', (ip, named, expected) => {
    expect(caller(ip, named)).toBe(expected);
  });
});
