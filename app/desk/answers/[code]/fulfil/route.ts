import { getTranslations } from 'next-intl/server';
import { readCode } from '@/app/_board/kinds';
import { answerPhotoPost } from '@/app/_shell/post-photos';
import { fulfilAnswer } from '@/lib/answers/commands/fulfil-answer';
import { fulfilInput } from '@/lib/answers/input';
import { pathText } from '@/lib/kernel/path-text';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';

const fulfil = defineAction(fulfilInput, fulfilAnswer);

/** `POST /desk/answers/CODE/fulfil`: 已办成, multipart because of its photos. */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = readCode(pathText((await params).code));
  if (!/^[A-Z0-9-]{5,32}$/.test(code)) {
    return new Response(null, { status: 303, headers: { location: '/desk/answers' } });
  }
  const page = `/desk/answers/${code}`;
  return answerPhotoPost(request, {
    about: page,
    form: 'fulfil',
    page,
    done: `${page}?done=fulfil`,
    signedOut: async () => (await getTranslations('desk.kept'))('signed_out'),
    run: async (_ctx, data, typed, photos) => {
      const sent = new FormData();
      sent.append('code', code);
      for (const name of ['version', 'clientId']) sent.append(name, String(data.get(name) ?? ''));
      for (const name of ['words', 'wordsEn', 'doneOn']) sent.append(name, [typed[name] ?? ''].flat()[0] ?? '');
      for (const id of Object.values(photos).flat()) sent.append('photos', id);
      return fulfil(untouched, sent);
    },
  });
}
