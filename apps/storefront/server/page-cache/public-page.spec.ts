import { publicPageKey } from './public-page.js';

describe('publicPageKey', () => {
  it.each([
    '/',
    '/en',
    '/en/',
    '/san-pham',
    '/en/san-pham?q=ca%20phe&sort=price',
    '/san-pham/ca-phe-2',
    '/ho/ho-ba-sau',
    '/dieu-khoan?ban=1',
  ])('is the whole address of %s', (url) => {
    expect([publicPageKey('GET', url), publicPageKey('HEAD', url)]).toEqual([url, url]);
  });

  it.each([
    '/gio-hang',
    '/en/thanh-toan',
    '/don-hang/DH1',
    '/tai-khoan',
    '/dang-nhap',
    '/ban-hang',
    '/api/v1/products',
    '/theo-doi/EB000000005XA',
    '/san-pham/../gio-hang',
    '/san-pham/%2e%2e/gio-hang',
    '//san-pham',
    '/english',
    '/en/en/san-pham',
  ])('is none for %s', (url) => {
    expect(publicPageKey('GET', url)).toBeUndefined();
  });

  it.each([
    '/?ok=signed-in',
    '/san-pham/ca-phe?loi=stock.short',
    '/san-pham?utm_source=x',
    '/san-pham?q=a&q=b',
    `/san-pham?q=${'a'.repeat(300)}`,
  ])('is none for %s, which is made for the one who asks', (url) => {
    expect(publicPageKey('GET', url)).toBeUndefined();
  });

  it('is none for anything that changes something', () => {
    expect(publicPageKey('POST', '/')).toBeUndefined();
  });
});
