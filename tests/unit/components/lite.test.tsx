import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Button } from '@/components/button';
import { liteCssModule } from '@/components/lite/build-lite-css';
import { liteResponse, renderLite } from '@/components/lite/document';
import { liteCss } from '@/components/lite/lite-css';
import { LitePage } from '@/components/lite/lite-page';

const page = (
  <LitePage
    back={{ href: '/', label: '返回' }}
    choices={[{ field: 'mode', value: 'elder', label: '长辈版' }]}
    returnTo="/t/ABC"
    footer={{ links: [{ href: 'tel:12345', label: '打 12345' }], lines: [] }}
    actions={{ label: '可以做的事', buttons: <Button>提交</Button> }}
  >
    <h1>{'<script>alert(1)</script>'}</h1>
  </LitePage>
);

describe('the sheet of the pages without script', () => {
  it('is the one that the screens use', () => {
    const kept = readFileSync(new URL('../../../components/lite/lite-css.ts', import.meta.url), 'utf8');
    expect(kept, 'run: npx tsx components/lite/build-lite-css.ts').toBe(liteCssModule());
  });

  it('weighs at most 6 kB', () => {
    expect(gzipSync(liteCss).length).toBeLessThanOrEqual(6 * 1024);
  });

  it('holds all modes', () => {
    expect(liteCss).toContain('html[data-mode="elder"]{');
    expect(liteCss).toContain('html[data-mode="xl"]{');
  });
});

describe('renderLite', () => {
  it('makes a whole page with language and mode and without any script or inline style', async () => {
    const html = await renderLite({
      lang: 'en',
      mode: 'xl',
      title: 'A & B <c>',
      skip: 'Skip',
      body: page,
      nonce: 'n1',
    });
    expect(html).toMatch(/^<!doctype html><html lang="en" data-mode="xl">/);
    expect(html).toContain('<title>A &amp; B &lt;c&gt;</title>');
    expect(html).toContain('<style nonce="n1">');
    expect(html).toContain('href="#main"');
    expect(html).toContain('id="main"');
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(html).toContain('action="/mode"');
    expect(gzipSync(html).length).toBeLessThanOrEqual(10 * 1024);
  });

  it('leaves the skip link off papers', async () => {
    const html = await renderLite({
      lang: 'zh-CN',
      mode: 'standard',
      title: '单',
      skip: '跳',
      body: page,
      paper: true,
      css: '@page{size:A5}',
    });
    expect(html).toContain('@page{size:A5}</style>');
    expect(html).not.toContain('class="skip"');
  });

  it('is never stored on the way', async () => {
    const answer = liteResponse('<!doctype html>', 404);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});
