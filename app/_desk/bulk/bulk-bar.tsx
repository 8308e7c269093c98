import { Button } from '@/components/button';
import type { Translate } from '../../_shell/translate';
import { Picked } from './picked';

/** The form that the boxes of the rows belong to; here, because a row has links of its own. */
export const bulkForm = 'bulk';

/** 已选 5 件：派单 · 合并 · 导出. Each button leads to a page of its own, so it works without script too. */
export function BulkBar({ t }: { t: Translate }) {
  return (
    <form id={bulkForm} action="/desk/bulk" className="bulk-bar">
      <Picked text={t('desk.bulk.picked', { count: '#' })} none={t('desk.bulk.none')} />
      <Button kind="outline" icon="user-plus">
        {t('desk.bulk.dispatch')}
      </Button>
      <Button kind="outline" icon="merge" formAction="/desk/merge">
        {t('desk.bulk.merge')}
      </Button>
      <Button kind="outline" icon="download" formAction="/desk/export">
        {t('desk.bulk.export')}
      </Button>
    </form>
  );
}
