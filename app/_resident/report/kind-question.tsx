import { Button, LinkButton } from '@/components/button';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import type { Translate } from '../../_shell/translate';
import { type EmergencyPhones, telHref } from '../phones';
import { asksFurther, type Kind, type KindTile, kindTiles } from './kinds';

/** 什么事? Six pictures, each a button of the form: a press goes on, without script too. */
export function KindQuestion({ kind, t }: { kind: Kind | null; t: Translate }) {
  return (
    <fieldset>
      <legend className="question">{t('report.kind.question')}</legend>
      <div className="kind-tiles">
        {kindTiles.map((tile) => {
          const isChosen = kind !== null && tile.kinds.includes(kind);
          return (
            <button
              key={tile.name}
              type="submit"
              name={asksFurther(tile) ? 'tile' : 'kind'}
              value={asksFurther(tile) ? tile.name : tile.kinds[0]}
              className="card kind-tile"
              formNoValidate
            >
              <Icon name={tile.icon} className="icon-lg" />
              <span>{t(`report.kind.tile.${tile.name}`)}</span>
              {isChosen && <span className="small kind-chosen">{t('report.kind.chosen')}</span>}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Behind a tile: which of its kinds it is; for who feels unwell first of all the number to call. */
export function KindChoice({ tile, phones, t }: { tile: KindTile; phones: EmergencyPhones; t: Translate }) {
  const medical = phones.medical;
  return (
    <fieldset className="stack">
      <legend className="question">{t(`report.kind.ask.${tile.name}`)}</legend>
      {tile.name === 'unwell' && (
        <>
          <Notice kind="bad">{t('report.kind.unwell_first')}</Notice>
          {medical && (
            <LinkButton href={telHref(medical)} icon="phone" large wide>
              {t('report.kind.call_medical', { phone: medical })}
            </LinkButton>
          )}
        </>
      )}
      {tile.kinds.map((kind) => (
        <Button key={kind} name="kind" value={kind} kind="outline" large wide formNoValidate>
          {t(`report.kind.${kind}.label`)}
        </Button>
      ))}
      <LinkButton href="/report?step=1" kind="plain" wide>
        {t('report.kind.others')}
      </LinkButton>
    </fieldset>
  );
}
