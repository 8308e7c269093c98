import { describe, expect, it } from 'vitest';
import { decodableUrl } from '@/lib/transport/request-line';

describe('the address of a request', () => {
  it('stays as it is when it can be read', () => {
    for (const url of ['/t/PL20240115-0001', '/q/%E5%9D%A1?q=%zz', '/a%20b', '*', ''])
      expect(decodableUrl(url)).toBe(url);
  });

  it('leads to nothing, rather than into a fault, when its signs mean nothing', () => {
    expect(decodableUrl('/orders/%zz/events?q=%E5')).toBe('/orders/%25zz/events?q=%E5');
    expect(decodableUrl('/q/%E5%9D')).toBe('/q/%25E5%259D');
    expect(decodeURIComponent(decodableUrl('/100%'))).toBe('/100%');
  });

  it('leads to nothing when a page is asked with U+0000, wherever it stands; the API says so itself', () => {
    for (const url of [
      '/t/%00',
      '/desk/o/%00',
      '/desk?q=%00',
      '/desk?cell=a%00b',
      '/photos/%00',
      '/desk/o/x%00?form=a',
    ]) {
      expect(decodeURIComponent(decodableUrl(url)), url).toBe('/%00');
    }
    for (const url of ['/api/v1/areas?parent=%00', '/api/v1/orders/%00', '/desk?q=%2500'])
      expect(decodableUrl(url)).toBe(url);
  });
});
