import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import type { AnsweringCase } from '@/lib/deliberation/queries/cases-of-order';
import { StatusChip } from '../_matters/deliberation/case-rows';
import { nameIn, wordsLang } from '../_shell/names';
import type { TrackPart } from './track-page';

const steps = {
  propose: 'source_added',
  consult: 'proposed',
  review: 'consulted',
  resolve: 'reviewed',
  publish_resolution: 'resolved',
  publish_result: 'begun',
  completed: 'result_published',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
} as const;

/** In the words of the inbox line that who has an account got of the last step. */
const stepOf = ({ status, isPublished }: AnsweringCase): string =>
  status === 'publish_resolution' && isPublished ? 'published' : steps[status];

/** What the community decides for all because this and others were reported: where it stands, and where it is public. */
export function TrackCases({ data: { cases }, reader: { t, locale } }: TrackPart) {
  return cases.map((one) => (
    <Card key={one.code} className="stack">
      <CardHead
        title={
          <span lang={one.title.en === one.title.zh ? wordsLang(locale) : undefined}>{nameIn(locale, one.title)}</span>
        }
        aside={<StatusChip status={one.status} t={t} />}
        meta={one.code}
      />
      <p>{t(`notice.kind.deliberation.${stepOf(one)}`)}</p>
      <p>
        <a className="alone" href={`/board/${one.code}`}>
          {t('answers.track_open')}
        </a>
      </p>
    </Card>
  ));
}
