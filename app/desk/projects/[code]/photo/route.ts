import { getTranslations } from 'next-intl/server';
import { listPath, projectPath } from '@/app/_matters/project/paths';
import { answerPhotoPost } from '@/app/_shell/post-photos';
import { addPhoto } from '@/lib/projects/commands/add-photo';
import { photoInput } from '@/lib/projects/input';
import type { ProjectSummary } from '@/lib/projects/view';
import { defineAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';

const add = defineAction(photoInput, addPhoto);

/** `POST /desk/projects/CODE/photo`: a photo of the work with its caption, multipart because of its size. */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params;
  const page = projectPath(code);
  if (!page) return new Response(null, { status: 303, headers: { location: listPath } });
  return answerPhotoPost(request, {
    about: page,
    form: 'add_photo',
    page,
    done: `${page}?done=add_photo`,
    signedOut: async () => (await getTranslations('desk.kept'))('signed_out'),
    run: async (_ctx, data, _typed, photos) => {
      const sent = new FormData();
      for (const name of ['clientId', 'words', 'takenOn']) sent.append(name, String(data.get(name) ?? ''));
      sent.append('code', code);
      // A new one takes the place of what an earlier try had kept.
      sent.append('upload', photos.work?.at(-1) ?? '');
      return add({ ...untouched } as ActionState<ProjectSummary>, sent);
    },
  });
}
