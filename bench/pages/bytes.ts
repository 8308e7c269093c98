import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { kilobytes, type Weight } from './budgets';

/** Counts from now on what `page` loads, with nothing kept from before: bytes on the wire, heads of answers included. */
export async function weigher(page: Page): Promise<() => Promise<Weight>> {
  const tools = await page.context().newCDPSession(page);
  await tools.send('Network.enable');
  await tools.send('Network.setCacheDisabled', { cacheDisabled: true });
  // What the page's worker fetches in its place is neither slowed down nor counted.
  await tools.send('Network.setBypassServiceWorker', { bypass: true });
  const kinds = new Map<string, string>();
  const bytes = new Map<string, number>();
  tools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  tools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? '';
    bytes.set(kind, (bytes.get(kind) ?? 0) + encodedDataLength);
  });
  const of = (kind: string) => bytes.get(kind) ?? 0;
  return async () => {
    const inline = await page.$$eval('style', (styles) => styles.map((style) => style.textContent).join('\n'));
    return {
      html: kilobytes(of('Document')),
      js: kilobytes(of('Script')),
      css: kilobytes(of('Stylesheet') + (inline ? gzipSync(inline).length : 0)),
    };
  };
}
