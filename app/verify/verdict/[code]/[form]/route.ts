import { postVerdict } from '@/app/_work/verdict-post';

export function POST(request: Request, { params }: { params: Promise<{ code: string; form: string }> }) {
  return postVerdict(request, params);
}
