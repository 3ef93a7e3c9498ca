import type { WebContents } from 'electron';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Contract, Paper } from '#shared/shell/contract.ts';

/** Opens the system's print dialog. What is on the paper is the page's own print style sheet. */
export function printPage(page: WebContents, paper: Paper): Promise<Contract['printPage']['output']> {
  return new Promise((resolve) => {
    page.print({ pageSize: paper, printBackground: true }, (printed, reason) => {
      // Only closing the dialog has a name of its own; all else is a printer that is absent or does not work.
      if (printed) resolve({ ok: true });
      else resolve(err(/cancel/i.test(reason) ? 'cancelled' : 'no-printer'));
    });
  });
}

/** The same page as the bytes of a PDF, margins as the style sheet says. */
export async function pdfOf(page: WebContents, paper: Paper): Promise<Result<Uint8Array, 'cannot-write'>> {
  try {
    const pdf = await page.printToPDF({ pageSize: paper, printBackground: true, preferCSSPageSize: false });
    return ok(new Uint8Array(pdf));
  } catch {
    return err('cannot-write');
  }
}
