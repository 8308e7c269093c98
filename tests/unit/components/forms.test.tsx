import { renderToStaticMarkup as html } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CheckboxGroup, RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { FileField } from '@/components/file-field';
import { RatingField } from '@/components/rating-field';
import { SelectField, TextArea, TextField } from '@/components/text-fields';

const ids = (markup: string) => [...markup.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1] ?? '');

describe('fields', () => {
  it('have a label, and name hint and error to screen readers', () => {
    const field = html(
      <TextField name="phone" label="电话" hint="好回您" error="少了一位" type="tel" autoComplete="tel" />,
    );
    expect(field).toContain('<label class="label" for="phone">电话');
    expect(field).toContain('aria-describedby="phone-hint phone-error"');
    expect(field).toContain('aria-invalid="true"');
    expect(ids(field)).toEqual(['phone-hint', 'phone-error', 'phone']);
  });

  it('say nothing about hints and errors that are not there', () => {
    const field = html(<TextArea name="words" label="什么事" defaultValue="灯不亮" />);
    expect(field).not.toContain('aria-');
    expect(field).toContain('>灯不亮</textarea>');
  });

  it('keep the chosen option, in its group', () => {
    const field = html(
      <SelectField
        name="place"
        label="在哪儿"
        empty="请选"
        defaultValue="2"
        options={[
          { value: '1', label: '1号楼', group: 'A 区' },
          { value: '2', label: '2号楼', group: 'B 区' },
        ]}
      />,
    );
    expect(field).toContain('<optgroup label="B 区"><option value="2" selected="">2号楼</option>');
  });

  it('let the error summary lead to the first control of a group', () => {
    const choices = [
      { value: 'a', label: '甲' },
      { value: 'b', label: '乙' },
    ];
    const radios = html(<RadioCards name="who" label="怎么留名" choices={choices} value="b" error="请选一个" />);
    expect(ids(radios)).toEqual(['who-error', 'who', 'who-b']);
    expect(radios).toContain('<fieldset class="field field-bad" aria-describedby="who-error">');
    expect(radios.match(/checked=""/g)).toHaveLength(1);
    const boxes = html(<CheckboxGroup name="cells" label="网格" choices={choices} values={['a', 'b']} />);
    expect(boxes.match(/checked=""/g)).toHaveLength(2);
  });

  it('rate from 5 down to 1, each level with its word', () => {
    const words = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'] as const;
    const field = html(<RatingField name="stars" label="满意吗" words={words} value={4} />);
    expect([...field.matchAll(/value="(\d)"/g)].map((m) => m[1])).toEqual(['5', '4', '3', '2', '1']);
    expect([...field.matchAll(/choice-body">([^<]+)</g)].map((m) => m[1])).toEqual([...words]);
    expect(field).toContain('value="4"');
    expect(field.match(/<svg/g)).toHaveLength(5);
  });

  it('take photos that the server can read, from the camera or the album', () => {
    const camera = html(<FileField name="photo" label="拍照" capture />);
    expect(camera).toContain('accept="image/jpeg,image/png,image/webp"');
    expect(camera).toContain('capture="environment"');
    expect(html(<FileField name="album" label="从相册选" multiple />)).not.toContain('capture');
  });
});

describe('ErrorSummary', () => {
  it('takes the focus and leads to each field', () => {
    const summary = html(<ErrorSummary title="有 1 处要改一下" errors={[{ field: 'words', message: '请写一句' }]} />);
    expect(summary).toContain('id="errors"');
    expect(summary).toContain('autofocus=""');
    expect(summary).toContain('<a href="#words">请写一句</a>');
  });

  it('is not there without errors', () => {
    expect(html(<ErrorSummary title="有 0 处" errors={[]} />)).toBe('');
  });
});
