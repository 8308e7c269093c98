import NextAuth from 'next-auth';
import { readPreferences } from '@/app/_shell/read-preferences';
import { newId } from '@/lib/kernel/ids';
import { guardOrigin } from '@/lib/transport/http';
import { nextAuthOptions } from '@/lib/transport/next-auth';
import { problemResponse } from '@/lib/transport/problem';

interface Route {
  params: Promise<{ nextauth: string[] }>;
}

async function answer(request: Request, route: Route): Promise<Response> {
  try {
    guardOrigin(request);
    return await NextAuth(request as never, route as never, nextAuthOptions());
  } catch (error) {
    const { locale } = await readPreferences();
    return problemResponse(error, { locale, requestId: newId() });
  }
}

export { answer as GET, answer as POST };
