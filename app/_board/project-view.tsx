import { Facts } from '@/components/facts';
import { Icon, type IconName } from '@/components/icon';
import { PhotoStrip } from '@/components/photo-strip';
import { Timeline } from '@/components/timeline';
import type { Tone } from '@/components/tone';
import type { ProjectDetail } from '@/lib/projects/queries/get-project';
import { formatDay } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import type { Medium } from './board-kind';
import { DocumentHead } from './document-head';
import { ProjectMoney } from './project-money';
import { dayOf, type ProjectPart } from './project-part';

interface Promised {
  tone: Tone;
  icon: IconName;
  words: string;
  reason?: string;
}

/** How the promise stands: due, kept, late with its reason, late without one, or given up. */
export function promiseOf(shown: ProjectDetail, { t }: Reader, day: (date: string) => string): Promised {
  const reason = shown.delays[0]?.reason;
  const due = day(shown.dueOn);
  if (shown.status === 'stopped') return { tone: 'grey', icon: 'ban', words: t('project.date.stopped'), reason };
  if (shown.status === 'completed' && shown.completedOn) {
    const date = day(shown.completedOn);
    return shown.timing === 'on_time'
      ? { tone: 'green', icon: 'seal-check', words: t('project.date.done_on', { date }) }
      : { tone: 'green', icon: 'seal-check', words: t('project.date.done_late', { date, due }), reason };
  }
  if (shown.timing === 'on_time')
    return { tone: 'teal', icon: 'clock', words: t('project.date.due_by', { date: due }) };
  const words = t(`project.date.${shown.timing}`, { date: due });
  return { tone: 'cinnabar', icon: 'triangle', words, ...(shown.timing === 'late' && { reason }) };
}

function Promised({ shown, reader }: ProjectPart) {
  const { tone, icon, words, reason } = promiseOf(shown, reader, dayOf(reader));
  return (
    <p className={`promise tone-${tone}`}>
      <Icon name={icon} />
      <span>
        {words} {reason && <span lang={wordsLang(reader.locale)}>{reason}</span>}
      </span>
    </p>
  );
}

/** The steps of the work; the first that is open is where it stands. */
function Milestones({ shown, reader }: ProjectPart) {
  const { t, locale } = reader;
  if (shown.milestones.length === 0) return null;
  const day = dayOf(reader);
  const now = shown.status === 'running' ? shown.milestones.find((one) => one.doneOn === null) : undefined;
  return (
    <section className="part">
      <h2>{t('project.milestone.title')}</h2>
      <Timeline
        words={{ now: t('common.timeline.now'), past: t('common.timeline.past'), next: t('common.timeline.next') }}
        nodes={shown.milestones.map((one) => ({
          key: String(one.ordinal),
          state: one.doneOn ? 'past' : one === now ? 'now' : 'next',
          icon: 'wrench',
          title: <span lang={wordsLang(locale)}>{one.title}</span>,
          meta: [
            t('project.milestone.due', { date: day(one.dueOn) }),
            one.doneOn && t('project.milestone.done', { date: day(one.doneOn) }),
          ]
            .filter(Boolean)
            .join(' · '),
          content: one.words && <p lang={wordsLang(locale)}>{one.words}</p>,
        }))}
      />
    </section>
  );
}

/** Every date that was moved or passed, with what was said of it. */
function Dates({ shown, reader }: ProjectPart) {
  const { t, locale } = reader;
  const day = dayOf(reader);
  const moved = shown.delays.filter((one) => one.newDueOn !== null);
  if (moved.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('project.date.title')}</h2>
      <ul className="bullets">
        {moved.map((one) => (
          <li key={one.at}>
            {t('project.date.postponed', { from: day(one.missedOn), to: day(one.newDueOn ?? one.missedOn) })} ·{' '}
            <span lang={wordsLang(locale)}>{one.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Photos({ shown, reader }: ProjectPart) {
  const { t, locale } = reader;
  const day = dayOf(reader);
  if (shown.photos.length === 0) return null;
  return (
    <section className="part">
      <h2>{t('project.photo.title')}</h2>
      <PhotoStrip
        photos={shown.photos.map((one) => ({
          src: `/photos/${one.id}?size=thumb`,
          href: `/photos/${one.id}`,
          alt: t('project.photo.alt', { words: one.words, date: day(one.takenOn) }),
        }))}
      />
      <ul className="bullets">
        {shown.photos.map((one) => (
          <li key={one.id}>
            <span lang={wordsLang(locale)}>{one.words}</span> · {day(one.takenOn)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/**
 * 为民办实事 as everybody may read it: what was promised and how the date stands, the money, the steps, photos, and what
 * was said of dates that were not kept. No names, no numbers of receipts or orders.
 */
export function ProjectView(props: ProjectPart & { medium: Medium; community: { zh: string; en: string } }) {
  const { shown, reader, medium, community } = props;
  const { t, locale } = reader;
  const day = dayOf(reader);
  const decision = shown.deliberationCode;
  return (
    <article className="doc">
      <DocumentHead
        code={shown.code}
        kind={t('project.kind')}
        place={nameIn(locale, community)}
        title={shown.title}
        reader={reader}
      />
      <p className="say" lang={wordsLang(locale)}>
        {shown.words}
      </p>
      <Promised {...props} />
      <ProjectMoney {...props} />
      <Milestones {...props} />
      <Photos {...props} />
      <Dates {...props} />
      <section className="part">
        <h2>{t('board.about.title')}</h2>
        <Facts
          facts={[
            { name: t('board.about.number'), value: shown.code },
            { name: t('board.about.by'), value: nameIn(locale, community) },
            { name: t('project.fact.planned'), value: formatDay(shown.openedAt, null, locale) },
            { name: t('project.fact.place'), value: <span lang={wordsLang(locale)}>{shown.place}</span> },
            {
              name: t('project.fact.funding'),
              value: shown.fundings.map((one) => t(`project.funding.${one}`)).join(locale === 'en' ? ', ' : '、'),
            },
            {
              name: t('project.fact.first_due'),
              value: shown.dueOn === shown.firstDueOn ? null : day(shown.firstDueOn),
            },
            { name: t('project.fact.due'), value: day(shown.dueOn) },
            { name: t('project.fact.started'), value: shown.startedOn && day(shown.startedOn) },
            {
              name: t('project.fact.decision'),
              value:
                decision && medium === 'screen' ? (
                  <a className="alone" href={`/board/${decision}`}>
                    {decision}
                  </a>
                ) : (
                  decision
                ),
            },
            {
              name: t('project.fact.sources'),
              value: shown.sources > 0 ? t('project.fact.source_count', { count: shown.sources }) : null,
            },
          ]}
        />
      </section>
    </article>
  );
}
