import { Button } from '@/components/button';
import type { Locale } from '@/components/preferences';
import { SelectField } from '@/components/text-fields';
import { publicItems } from '@/lib/orders/public-items';
import type { AreaView } from '@/lib/places/view';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import type { CasesQuery } from './cases-query';

interface Named {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** Quarter and category, sent by GET: only categories of which anything is told at all. */
export function CasesFilter(props: {
  query: CasesQuery;
  communities: AreaView[];
  community: string;
  quarters: AreaView[];
  categories: Named[];
  items: { code: string; categoryCode: string }[];
  locale: Locale;
  t: Translate;
}) {
  const { query, communities, locale, t } = props;
  const told = new Set(
    props.items.filter(({ code }) => publicItems.includes(code)).map(({ categoryCode }) => categoryCode),
  );
  const options = (rows: Named[]) => rows.map((row) => ({ value: row.code, label: rowName(locale, row) }));
  return (
    <form method="get" action="/cases" className="case-filter no-print">
      {query.month && <input type="hidden" name="month" value={query.month} />}
      {communities.length > 1 && (
        <SelectField
          name="community"
          label={t('cases.community')}
          options={options(communities)}
          defaultValue={props.community}
        />
      )}
      <SelectField
        name="place"
        label={t('cases.place')}
        empty={t('cases.all_places')}
        options={options(props.quarters)}
        defaultValue={query.place ?? ''}
      />
      <SelectField
        name="category"
        label={t('cases.category')}
        empty={t('cases.all_categories')}
        options={options(props.categories.filter(({ code }) => told.has(code)))}
        defaultValue={query.category ?? ''}
      />
      <Button kind="outline" icon="filter">
        {t('cases.filter')}
      </Button>
    </form>
  );
}
