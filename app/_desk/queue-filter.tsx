import { Button } from '@/components/button';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { orderSorts, statuses } from '@/lib/orders/status';
import type { CellView } from '@/lib/places/queries/list-cells';
import type { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { rowName } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { type DeskFilter, deskHref, isNarrowed } from './desk-views';

type Items = Awaited<ReturnType<typeof listItems>>;
type Categories = Awaited<ReturnType<typeof listCategories>>;

/** The 56 items under their 15 categories, as options of a select. */
export function itemOptions(items: Items, categories: Categories, locale: Locale) {
  const groups = new Map(categories.map((category) => [category.code, rowName(locale, category)]));
  return items.map((item) => ({
    value: item.code,
    label: `${item.code} ${rowName(locale, item)}`,
    group: groups.get(item.categoryCode) ?? item.categoryCode,
  }));
}

/** Narrows the list by a plain form: everything that is chosen stands in the address and can be sent to a colleague. */
export function QueueFilter(props: {
  filter: DeskFilter;
  cells: CellView[];
  items: Items;
  categories: Categories;
  locale: Locale;
  t: Translate;
}) {
  const { filter, locale, t } = props;
  return (
    <details className="desk-filter fold" open={isNarrowed(filter) || filter.sort !== undefined}>
      <summary>{t('desk.filter.title')}</summary>
      <form action="/desk" className="desk-filter-fields">
        <input type="hidden" name="view" value={filter.view} />
        <SelectField
          name="cell"
          id="filter-cell"
          label={t('common.map.cell')}
          empty={t('desk.filter.any')}
          defaultValue={filter.cell ?? ''}
          options={props.cells.map((cell) => ({ value: cell.code, label: rowName(locale, cell) }))}
        />
        <SelectField
          name="item"
          id="filter-item"
          label={t('desk.field.item')}
          empty={t('desk.filter.any')}
          defaultValue={filter.item ?? ''}
          options={itemOptions(props.items, props.categories, locale)}
        />
        <SelectField
          name="status"
          id="filter-status"
          label={t('desk.field.status')}
          empty={t('desk.filter.any')}
          defaultValue={filter.status ?? ''}
          options={statuses.map((status) => ({
            value: status,
            label: t(`state.${status}.staff`, { count: 1 }),
          }))}
        />
        <SelectField
          name="sort"
          id="filter-sort"
          label={t('desk.filter.sort')}
          empty={t('desk.filter.sort_own')}
          defaultValue={filter.sort ?? ''}
          options={orderSorts.map((sort) => ({ value: sort, label: t(`desk.sort.${sort}`) }))}
        />
        <TextField name="q" id="filter-q" label={t('desk.filter.words')} defaultValue={filter.q ?? ''} maxLength={60} />
        <p className="btn-row">
          <Button kind="outline" icon="filter">
            {t('desk.filter.apply')}
          </Button>
          {(isNarrowed(filter) || filter.sort) && (
            <a className="btn btn-plain" href={deskHref({ view: filter.view })}>
              {t('desk.filter.clear')}
            </a>
          )}
        </p>
      </form>
    </details>
  );
}
