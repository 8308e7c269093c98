import { Notice } from '@/components/notice';
import { SaidWords } from '../../_shell/said-words';
import type { Translate } from '../../_shell/translate';
import { type EmergencyPhones, telHref } from '../phones';

/**
 * 3.9: who is in danger calls first. With words of danger in the text it says so, names them, and puts the number that
 * fits them first; the one for despair is shown only to words of despair.
 */
export function DangerNotice(props: {
  phones: EmergencyPhones;
  emergencies: { word: string; call: string }[];
  t: Translate;
}) {
  const { phones, emergencies, t } = props;
  const called = new Set(emergencies.flatMap(({ call }) => call.split('/')));
  const all = [
    { call: '110', number: phones.police, word: t('report.danger.police') },
    { call: '119', number: phones.fire, word: t('report.danger.fire') },
    { call: '120', number: phones.medical, word: t('report.danger.medical') },
    { call: '12356', number: phones.psych, word: t('report.danger.psych') },
  ];
  const fitting = all.filter(({ call }) => called.has(call));
  const calls = [...fitting, ...all.filter(({ call }) => !called.has(call) && call !== '12356')];
  const words = [...new Set(emergencies.map(({ word }) => word))].join(t('report.danger.and'));
  return (
    <Notice kind="bad">
      {words ? (
        <>
          <b>
            <SaidWords sentence={t('report.danger.found', { words })} words={words} />
          </b>
          <br />
          {t('report.danger.call_now')}
        </>
      ) : (
        <b>{t('report.danger.first')}</b>
      )}
      <span className="danger-calls">
        {calls.map(
          ({ number, word }) =>
            number && (
              <a key={word} href={telHref(number)}>
                {word} <b>{number}</b>
              </a>
            ),
        )}
      </span>
    </Notice>
  );
}
