import { readPreferences } from '@/app/_shell/read-preferences';
import { newId } from '@/lib/kernel/ids';
import { methodNotAllowed, problemResponse } from '@/lib/transport/problem';
import { runtime } from '@/lib/transport/runtime';
import { answerStream } from '@/lib/transport/stream';

export async function GET(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  try {
    return await answerStream(request, { runtime: await runtime(), locale });
  } catch (error) {
    return problemResponse(error, { locale, requestId: newId() });
  }
}

async function refuse(): Promise<Response> {
  const { locale } = await readPreferences();
  return methodNotAllowed(['GET'], { locale, requestId: newId() });
}

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
