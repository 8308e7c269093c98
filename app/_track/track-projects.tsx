import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import { ProjectChips } from '../_matters/project/project-rows';
import { nameIn, wordsLang } from '../_shell/names';
import type { TrackPart } from './track-page';

const steps = { planned: 'opened', running: 'started', completed: 'completed', stopped: 'stopped' } as const;

/** The project that was listed because this and others were reported: where it stands, and where it is public. */
export function TrackProjects({ data: { projects }, reader: { t, locale } }: TrackPart) {
  return projects.map(({ code, title, status }) => (
    <Card key={code} className="stack">
      <CardHead
        title={<span lang={title.en === title.zh ? wordsLang(locale) : undefined}>{nameIn(locale, title)}</span>}
        aside={<ProjectChips status={status} timing="on_time" t={t} />}
        meta={code}
      />
      <p>{t(`notice.kind.project.${steps[status]}`)}</p>
      <p>
        <a className="alone" href={`/board/${code}`}>
          {t('answers.track_open')}
        </a>
      </p>
    </Card>
  ));
}
