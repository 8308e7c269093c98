import { LinkButton } from '@/components/button';
import type { MatterSectionProps } from './matter-section';

/** The way to 有心工作室 for those who mediate; how many cases there are stands on no desk (人民调解法 15). */
export async function MediationSection({ t }: MatterSectionProps) {
  return (
    <section className="card stack" aria-labelledby="matters-mediation">
      <h2 id="matters-mediation">{t('mediation.studio')}</h2>
      <p className="quiet">{t('mediation.secret_all')}</p>
      <p>
        <LinkButton href="/mediation" kind="outline" icon="handshake">
          {t('mediation.tab.cases')}
        </LinkButton>
      </p>
    </section>
  );
}
