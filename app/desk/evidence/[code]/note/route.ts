import { getTranslations } from 'next-intl/server';
import { readCode } from '@/app/_order/read-code';
import { noteInputFields } from '@/app/_shell/note-fields';
import { answerPhotoPost } from '@/app/_shell/post-photos';
import { noteOrder } from '@/lib/orders/commands/note-order';
import { noteInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';

const note = defineAction(noteInput, noteOrder);

/** `POST /desk/evidence/CODE/note`: 备注 at the desk, multipart because of its photos. */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = readCode((await params).code);
  if (!code) return new Response(null, { status: 303, headers: { location: '/desk' } });
  const page = `/desk/o/${code}`;
  return answerPhotoPost(request, {
    about: page,
    form: 'note',
    page,
    done: `${page}?done=note`,
    signedOut: async () => (await getTranslations('desk.kept'))('signed_out'),
    run: async (_ctx, data, typed, photos) => {
      const sent = new FormData();
      for (const name of ['version', 'clientId']) sent.append(name, String(data.get(name) ?? ''));
      sent.append('code', code);
      for (const [name, value] of noteInputFields(typed, photos)) sent.append(name, value);
      return note(untouched, sent);
    },
  });
}
