import { getTranslations } from 'next-intl/server';
import { createElement } from 'react';
import { emergencyPhones } from '@/app/_resident/phones';
import { reportInput } from '@/app/_resident/report/fields';
import { beforeOf, placeName, placeOf } from '@/app/_resident/report/load-report';
import { ReportPreview } from '@/app/_resident/report/report-preview';
import { readPreferences } from '@/app/_shell/read-preferences';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { previewOrder } from '@/lib/orders/queries/preview-order';
import { guardOrigin, readJson } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const degrees = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/**
 * What the report form shows while it is filled in: `{words, item?, area?, point?, address?, join?, fresh?}` → `{html}`, the piece that the page of the last check
 * shows too; `{lat, lng}` → `{area, name}`, the cell there, or `{area: ''}` outside. Nothing is stored.
 */
export async function POST(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  try {
    guardOrigin(request);
    const body = await readJson(request);
    const ctx = await currentContext();
    const [lat, lng] = [degrees(body.lat), degrees(body.lng)];
    if (lat !== null && lng !== null) {
      const place = await placeOf(ctx, { point: { lat, lng } });
      return Response.json({ area: place?.cellCode ?? '', name: place ? placeName(locale, place) : '' });
    }
    const words = text(body.words).slice(0, limits.words);
    if (!words) return Response.json({ html: '' });
    const item = text(body.item);
    const { renderToStaticMarkup } = await import('react-dom/server');
    const preview = await previewOrder(ctx, { words, ...(item && { item }), channel: 'web' });
    const { place } = reportInput({ area: text(body.area), point: text(body.point), address: text(body.address) }, []);
    const before = await beforeOf(ctx, words, preview, place);
    const [t, phones] = [await getTranslations(), await emergencyPhones(ctx)];
    const html = renderToStaticMarkup(
      createElement(ReportPreview, {
        preview,
        isChosen: item !== '',
        phones,
        ...before,
        join: text(body.join),
        fresh: text(body.fresh),
        locale,
        t,
      }),
    );
    return Response.json({ html });
  } catch (error) {
    if (isDomainError(error) && error.code === 'invalid') return Response.json({ html: '' });
    return problemResponse(error, { locale, requestId: newId() });
  }
}
