import { readPreferences } from '@/app/_shell/read-preferences';
import { newId } from '@/lib/kernel/ids';
import { methodNotAllowed, problemResponse } from '@/lib/transport/problem';
import { runtime } from '@/lib/transport/runtime';
import { answerDocument } from '@/lib/transport/upload-endpoint';

export async function POST(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  try {
    return await answerDocument(request, { runtime: await runtime(), locale });
  } catch (error) {
    return problemResponse(error, { locale, requestId: newId() });
  }
}

async function refuse(): Promise<Response> {
  const { locale } = await readPreferences();
  return methodNotAllowed(['POST'], { locale, requestId: newId() });
}

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as PUT };
