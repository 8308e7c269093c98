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
});
