import { renderToStaticMarkup as html } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BeforeAfter } from '@/components/before-after';
import { BlockMap, mapStep } from '@/components/block-map';
import { CounterStrip } from '@/components/counter-strip';
import { CursorPager } from '@/components/cursor-pager';
import { Facts } from '@/components/facts';
import { ListRow } from '@/components/list-rows';
import { ModeChips } from '@/components/mode-chips';
import { Notice } from '@/components/notice';
import { Seal, SealMark } from '@/components/seal';
import { TabBar } from '@/components/tab-bar';

describe('navigation', () => {
  it('marks the current tab for everybody', () => {
    const bar = html(
      <TabBar
        label="主导航"
        tabs={[
          { href: '/', icon: 'house', label: '首页', current: true },
          { href: '/mine', icon: 'notebook', label: '我的事' },
        ]}
      />,
    );
    expect(bar.match(/aria-current="page"/g)).toHaveLength(1);
  });

  it('has no fifth tab', () => {
    const tabs = [1, 2, 3, 4, 5].map((n) => ({ href: `/${n}`, icon: 'list' as const, label: n }));
    expect(() => html(<TabBar label="主导航" tabs={tabs} />)).toThrow(/four tabs/);
  });

  it('sets size and language by plain buttons that know the way back', () => {
    const chips = html(
      <ModeChips
        returnTo="/t/A"
        choices={[{ field: 'locale', value: 'en', label: 'EN', lang: 'en', title: 'EN: x' }]}
      />,
    );
    expect(chips).toMatch(/^<form [^>]*action="\/mode"/);
    expect(chips).toMatch(/^<form [^>]*method="post"/);
    expect(chips).toContain('<input type="hidden" name="return" value="/t/A"/>');
    for (const attribute of ['type="submit"', 'name="locale"', 'value="en"', 'lang="en"', 'aria-label="EN: x"']) {
      expect(chips).toContain(attribute);
    }
  });

  it('pages only where there is something', () => {
    expect(html(<CursorPager label="翻页" />)).toBe('');
    expect(html(<CursorPager label="翻页" next={{ href: '?cursor=a', label: '下一页' }} />)).toContain('rel="next"');
  });
});

describe('the block map', () => {
  it.each([
    [0, 1],
    [1, 2],
    [3, 3],
    [6, 4],
    [8, 4],
    [9, 5],
    [400, 5],
  ])('shades %d in step %d', (value, step) => {
    expect(mapStep(value, [1, 3, 6, 9])).toBe(step);
  });

  it('has every cell as a link, the same numbers in a table, and says what it is not', () => {
    const cell = (id: string, value: number, current = false) => ({
      id,
      path: 'M0 0h10v10z',
      name: id,
      at: { x: 5, y: 5 },
      value,
      href: `?cell=${id}`,
      title: `${id} 格，在办 ${value} 件`,
      current,
    });
    const map = html(
      <BlockMap
        label="网格图"
        viewBox={{ width: 100, height: 100 }}
        cells={[cell('A1', 0), cell('A2', 7, true)]}
        pins={[{ id: 'p', at: { x: 1, y: 1 }, tone: 'cinnabar', glyph: '!' }]}
        legend={{ title: '在办', from: '0', to: '9+' }}
        sketchNote="示意图，不作边界依据"
        table={{ summary: '用列表看网格', caption: '各网格在办', nameHead: '网格', valueHead: '在办' }}
      />,
    );
    expect(map.match(/<a href="\?cell=A2"/g)).toHaveLength(2);
    expect(map).toContain('aria-label="A2 格，在办 7 件"');
    expect(map).toContain('示意图，不作边界依据');
    expect(map).toContain('<td class="at-end" data-head="在办" role="cell">7</td>');
    expect(map.match(/cell-current/g)).toHaveLength(1);
  });
});

describe('signs', () => {
  it('say in words what the seal shows as a picture', () => {
    expect(html(<Seal kind="verified" />)).toContain('aria-hidden="true"');
    expect(html(<SealMark kind="closed" words="已办结" meta="1月12日" />)).toContain('>已办结</p>');
  });

  it('announce a notice', () => {
    expect(html(<Notice kind="done">已经记下</Notice>)).toMatch(/^<output role="status"/);
  });

  it('colour a counter only while there is something to see', () => {
    const strip = (value: number) =>
      html(<CounterStrip label="筛选" counters={[{ href: '?late', value, label: '已超时', tone: 'cinnabar' }]} />);
    expect(strip(3)).toContain('ink-cinnabar');
    expect(strip(0)).not.toContain('ink-cinnabar');
  });
});

describe('lists', () => {
  it('name the box that picks a row', () => {
    const row = html(
      <ListRow href="/desk/o/1" title="北门路灯" pick={{ name: 'order', value: '1', label: '选中 北门路灯' }} />,
    );
    expect(row).toContain('aria-label="选中 北门路灯"');
  });

  it('leave out facts that nobody knows', () => {
    const facts = html(
      <Facts
        facts={[
          { name: '地点', value: '3号楼' },
          { name: '电话', value: null },
          { name: '姓名', value: '' },
        ]}
      />,
    );
    expect(facts).toBe('<dl class="facts"><dt>地点</dt><dd>3号楼</dd></dl>');
  });
});

describe('before and after', () => {
  it('are two pictures with words and links before any script runs', () => {
    const shot = (n: number) => ({
      src: `/${n}.jpg`,
      alt: `照片 ${n}`,
      tag: `${n}`,
      href: `/${n}`,
      linkLabel: `大图 ${n}`,
    });
    const figure = html(<BeforeAfter before={shot(1)} after={shot(2)} sliderLabel="比较" />);
    expect(figure.match(/<img/g)).toHaveLength(2);
    expect(figure.match(/<a href/g)).toHaveLength(2);
    expect(figure).not.toMatch(/type="range"|style=/);
  });
});
