import { LinkButton } from '@/components/button';
import type { MatterSectionProps } from './matter-section';
import { listsFor, ownProjects } from './project/own-projects';
import { ProjectRows } from './project/project-rows';

const shown = 5;

/** 为民办实事 on the hub: what is promised and not done yet, and for the secretary the way to list another. */
export async function ProjectsSection({ ctx, locale, t }: MatterSectionProps) {
  const { items } = await ownProjects(ctx, 'open', { limit: shown });
  return (
    <section className="card stack" aria-labelledby="matters-projects">
      <div className="card-head">
        <h2 className="card-title" id="matters-projects">
          <a className="alone" href="/desk/projects">
            {t('project.kind')}
          </a>
        </h2>
        {listsFor(ctx.actor).length > 0 && (
          <LinkButton href="/desk/projects#open" kind="outline" icon="plus">
            {t('project.desk.open.title')}
          </LinkButton>
        )}
      </div>
      <p className="quiet">{t('project.desk.words')}</p>
      {items.length > 0 ? (
        <ProjectRows {...{ items, locale, t }} label={t('project.desk.view.open')} />
      ) : (
        <p>{t('project.desk.none')}</p>
      )}
      <p>
        <a className="alone" href="/desk/projects">
          {t('project.desk.all')}
        </a>
      </p>
    </section>
  );
}
