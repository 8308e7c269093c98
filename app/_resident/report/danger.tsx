import { Notice } from '@/components/notice';
import type { Translate } from '../../_shell/translate';
import { type EmergencyPhones, telHref } from '../phones';

/** 3.9: who is in danger calls first. With words of danger in the text it says so, and names them. */
export function DangerNotice(props: {
  phones: EmergencyPhones;
  emergencies: { word: string; call: string }[];
  t: Translate;
}) {
  const { phones, emergencies, t } = props;
  const calls = [
    { number: phones.police, word: t('report.danger.police') },
    { number: phones.fire, word: t('report.danger.fire') },
    { number: phones.medical, word: t('report.danger.medical') },
  ];
  const words = [...new Set(emergencies.map(({ word }) => word))].join(t('report.danger.and'));
  return (
    <Notice kind="bad">
      {words ? (
        <>
          <b>{t('report.danger.found', { words })}</b>
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
