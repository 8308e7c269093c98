import { monthAnswer } from '@/app/_board/month-answer';
import { readerOf } from '@/app/_track/viewer';

/** `GET /stats` (R15): the monthly report of a community, without login and without script. */
export async function GET(request: Request): Promise<Response> {
  return monthAnswer(request, await readerOf(), 'screen');
}
