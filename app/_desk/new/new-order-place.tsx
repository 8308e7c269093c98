import { Button } from '@/components/button';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { rowName } from '../../_shell/names';
import { KeyHint, pressed } from '../key-hint';
import type { NewOrderProps } from './new-order-form';
import { PlaceFound } from './new-order-preview';

/**
 * Where: typed as people say it (A3-1-502), helped by the list of buildings, or chosen. Enter in the address looks the
 * place and the item up, because the button of that is the form's first.
 */
export function PlaceFields({ data, view, locale, t }: NewOrderProps) {
  const options = data.buildings.flatMap(({ cell, areas }) => {
    const group = rowName(locale, cell);
    const whole = { value: cell.code, label: t('proxy.place.whole_cell', { cell: group }), group };
    return [whole, ...areas.map((area) => ({ value: area.code, label: rowName(locale, area), group }))];
  });
  return (
    <section className="card stack" aria-labelledby="place">
      <h2 id="place">{t('proxy.place.title')}</h2>
      <TextField
        name="address"
        label={t('proxy.place.address')}
        note={<KeyHint keys="Alt 6" />}
        hint={t('proxy.place.address_hint')}
        {...pressed('6')}
        list="buildings"
        maxLength={200}
        autoComplete="off"
        defaultValue={view.text('address', '')}
        error={view.error('address')}
      />
      <datalist id="buildings">
        {data.buildings.flatMap(({ areas }) =>
          areas.map((area) => (
            <option key={area.code} value={area.nameZh}>
              {locale === 'en' ? area.nameEn : undefined}
            </option>
          )),
        )}
      </datalist>
      <PlaceFound found={data.found} locale={locale} t={t} />
      <p>
        <Button name="do" value="check" kind="outline" icon="search" {...pressed('5')} formNoValidate>
          {t('proxy.check')} <KeyHint keys="Alt 5" />
        </Button>
      </p>
      <details className="fold" open={Boolean(view.text('areaCode') || view.text('detail') || view.error('detail'))}>
        <summary>{t('proxy.place.by_list')}</summary>
        <div className="stack">
          <SelectField
            name="areaCode"
            label={t('proxy.place.select')}
            note={t('common.optional')}
            hint={t('proxy.place.select_hint')}
            empty={t('proxy.place.by_address')}
            options={options}
            defaultValue={view.text('areaCode', '')}
          />
          <TextField
            {...view.field('detail')}
            label={t('proxy.place.detail')}
            note={t('common.optional')}
            hint={t('proxy.place.detail_hint')}
            maxLength={limits.detail}
          />
        </div>
      </details>
    </section>
  );
}
