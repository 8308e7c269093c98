import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import { Facts } from '@/components/facts';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { PhotoStrip } from '@/components/photo-strip';
import { shanghaiTime } from '@/lib/calendar/shanghai';
import { OrderNumber } from '../_order/order-number';
import { stateOf } from '../_order/row-clock';
import { StateChip } from '../_order/state-chip';
import { OrderStepBar } from '../_resident/order-step-bar';
import { undoUntil } from '../_resident/undo';
import { nameIn, wordsLang } from '../_shell/names';
import type { TrackData } from './load-track';
import { mainAction } from './main-action';
import { photosOf } from './photos';
import { TrackAnswer } from './track-answer';
import { TrackCases } from './track-cases';
import { TrackMain, TrackParts, TrackWhistle } from './track-main';
import { TrackProjects } from './track-projects';
import { TrackAsked, TrackDeclined, TrackResult } from './track-result';
import { TrackStory } from './track-story';
import { TrackTime } from './track-time';
import type { Reader, Viewer } from './viewer';

export interface TrackPart {
  viewer: Viewer;
  reader: Reader;
  data: TrackData;
  now: number;
}

/** One order as its requester sees it: number, state, promise, what is asked of them, result, story. */
export function TrackPage({ done, ...part }: TrackPart & { done: string | null }) {
  const { viewer, reader, data } = part;
  const { order } = viewer;
  const { t, locale } = reader;
  const { detail } = order.contact;
  return (
    <>
      {done && <Notice kind="done">{done}</Notice>}
      {viewer.staffBrowser && <Notice>{t('reason.order.staff_browser')}</Notice>}
      {viewer.link === 'view' && <Notice>{t('track.link_used')}</Notice>}
      <Card className="stack">
        <div>
          <p className="quiet small">{t('track.number')}</p>
          <h1>
            <OrderNumber code={order.code} hero />
          </h1>
        </div>
        <CardHead
          title={nameIn(locale, order.itemName)}
          aside={<StateChip state={stateOf(order)} audience="resident" t={t} />}
          meta={order.place && nameIn(locale, order.place)}
        />
        {reader.mode !== 'standard' && <OrderStepBar order={order} locale={locale} t={t} />}
        <TrackTime {...part} />
        <TrackMain {...part} />
        <TrackParts {...part} />
        <TrackWhistle {...part} />
        {data.usual && <p className="quiet">{t('track.usual', { name: data.usual })}</p>}
        {data.handler && <HandlerLine handler={data.handler} isOver={isDone.includes(order.status)} t={t} />}
      </Card>
      <Undo {...part} />
      <TrackAsked {...part} />
      <TrackAnswer {...part} />
      <TrackCases {...part} />
      <TrackProjects {...part} />
      <TrackResult {...part} />
      <TrackDeclined {...part} />
      <Card className="stack">
        <h2>{t('track.story')}</h2>
        <TrackStory {...part} />
      </Card>
      <Card className="stack">
        <h2>{t('track.said')}</h2>
        <p className="words" lang={wordsLang(locale)}>
          {order.words}
        </p>
        <PhotoStrip photos={photosOf(viewer, t, (photo) => photo.kind === 'requester')} />
        {detail && (
          <Facts facts={[{ name: t('track.detail'), value: <span lang={wordsLang(locale)}>{detail}</span> }]} />
        )}
        {order.flags?.anonymous && <p className="quiet small">{t('track.is_anonymous')}</p>}
        {order.flags?.confidential && <p className="quiet small">{t('track.is_confidential')}</p>}
        <p>
          <a className="tel" href={`/t/${viewer.handle}/file`}>
            <Icon name="download" className="icon-text" />
            {t('track.file.download')}
          </a>
        </p>
      </Card>
      <MoreActions {...part} />
    </>
  );
}

/** Ten minutes to set right what was sent, with the time until. */
function Undo({ viewer: { order, abilities, handle }, reader: { t } }: TrackPart) {
  const until = abilities.includes('amend') ? undoUntil(order) : null;
  if (until === null) return null;
  return (
    <Notice kind="wait">
      {t('undo.until', { time: shanghaiTime(until) })}
      <span className="undo">
        {undoActions
          .filter((action) => abilities.includes(action))
          .map((action) => (
            <LinkButton key={action} kind="outline" href={stepHref(handle, action)}>
              {t(`undo.${action}`)}
            </LinkButton>
          ))}
      </span>
    </Notice>
  );
}

const undoActions = ['amend', 'withdraw'];
const isDone: readonly string[] = ['awaiting_verification', 'awaiting_rating', 'closed'];

/** Who has it now, with the number to call; a volunteer is reached through the community. */
function HandlerLine(props: { handler: NonNullable<TrackData['handler']>; isOver: boolean; t: Reader['t'] }) {
  const { handler, isOver, t } = props;
  const { name, phone, isVolunteer } = handler;
  return (
    <p className="line">
      {t(`track.${isVolunteer ? 'volunteer' : 'handler'}_${isOver ? 'was' : 'is'}`, { name })}
      {phone && (
        <a className="tel" href={`tel:${phone}`}>
          <Icon name="phone" className="icon-text" />
          {phone}
        </a>
      )}
    </p>
  );
}

const moreActions = ['rate', 'supplement', 'appeal', 'note', 'amend', 'nudge', 'reopen', 'withdraw'];

/** The page on which an action is taken: a note and an answer share theirs. */
export const stepHref = (handle: string, action: string): string =>
  `/t/${handle}/${action === 'note' ? 'supplement' : action}`;

/** Beside the two actions at the lower edge: what else is open to the requester now. */
function MoreActions({ viewer: { abilities, handle }, reader: { t } }: TrackPart) {
  const main = mainAction(abilities);
  // An answer is what the community waits for: words beside it would not start the clock again.
  const above = abilities.includes('amend') ? undoActions : [];
  const hidden = [main, ...above, ...(abilities.includes('supplement') ? ['note'] : [])];
  const more = moreActions.filter((action) => !hidden.includes(action) && abilities.includes(action));
  if (more.length === 0) return null;
  return (
    <Card className="stack">
      <h2>{t('track.more')}</h2>
      {more.map((action) => (
        <LinkButton key={action} kind="outline" wide href={stepHref(handle, action)}>
          {t(`track.action.${action}`)}
        </LinkButton>
      ))}
    </Card>
  );
}

/** The two buttons at the lower edge. */
export function TrackButtons({
  viewer,
  reader: { t },
  data: { phone, again },
}: Pick<TrackPart, 'viewer' | 'reader' | 'data'>) {
  const main = mainAction(viewer.abilities);
  const isLateRating = main === 'rate' && viewer.order.status === 'closed';
  return (
    <>
      <LinkButton kind="outline" icon="phone" href={`tel:${phone}`}>
        {t('common.call')}
      </LinkButton>
      {main && (
        // Having it done again is open to who needs it, and pressed on nobody.
        <LinkButton href={stepHref(viewer.handle, main)} kind={main === 'reopen' ? 'outline' : 'primary'}>
          {t(isLateRating ? 'track.rate_late' : `track.action.${main}`)}
        </LinkButton>
      )}
      {again && (
        <LinkButton icon="rotate" href={again}>
          {t('track.report_again')}
        </LinkButton>
      )}
    </>
  );
}
