import { postPhotos } from '@/app/_work/post-photos';

export function POST(request: Request, { params }: { params: Promise<{ code: string; form: string }> }) {
  return postPhotos(request, 'handle', params);
}
