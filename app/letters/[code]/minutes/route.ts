import { letterPaper } from '@/app/_letters/letter-paper';
import { MinutesSheet } from '@/app/_letters/minutes-sheet';

/** 会议纪要 on A4: the meetings of a letter and what they decided. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return letterPaper(request, (await params).code, 'minutes', MinutesSheet);
}
