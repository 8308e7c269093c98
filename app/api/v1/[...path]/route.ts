import { readPreferences } from '@/app/_shell/read-preferences';
import { newId } from '@/lib/kernel/ids';
import { problemResponse } from '@/lib/transport/problem';
import { api } from '@/lib/transport/registry';
import { runtime } from '@/lib/transport/runtime';

/** One route for every row of the contract; unknown paths and methods are its business too. */
async function answer(request: Request): Promise<Response> {
  const { locale } = await readPreferences();
  try {
    return await api(request, { runtime: await runtime(), locale });
  } catch (error) {
    return problemResponse(error, { locale, requestId: newId() });
  }
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
