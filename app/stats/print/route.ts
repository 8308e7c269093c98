import { monthAnswer } from '@/app/_board/month-answer';
import { readerOf } from '@/app/_track/viewer';

/** `GET /stats/print`: the monthly report on A4 for the wall. */
export async function GET(request: Request): Promise<Response> {
  return monthAnswer(request, await readerOf(), 'paper');
}
