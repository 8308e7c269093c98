import { letterPaper } from '@/app/_letters/letter-paper';
import { LetterSheet } from '@/app/_letters/letter-sheet';

/** The letter on A4, with its receipts and replies. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  return letterPaper(request, (await params).code, 'sheet', LetterSheet);
}
