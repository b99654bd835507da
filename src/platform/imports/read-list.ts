import type { z } from 'zod';
import { invalid } from '../errors.ts';
import { readForm } from '../http/read-form.ts';
import { readTable, rowsAtMost, type Table } from '../tables/read-table.ts';

const bytesAtMost = 50 * 1024 * 1024;

/** Reads a form with a list (`file`) and what it means (`options`, as JSON); refuses what has no rows or too many. */
export async function readList<Options extends z.ZodType>(
  request: Request,
  options: Options,
): Promise<{ table: Table; options: z.output<Options> }> {
  const form = await readForm(request);
  const given = readOptions(form, options);
  const file = form.get('file');
  if (!(file instanceof File) || file.size > bytesAtMost) throw invalid({ file: 'required' });
  const table = readTable(await file.text());
  if (table.rows.length === 0) throw invalid({ file: 'required' });
  if (table.rows.length > rowsAtMost) throw invalid({ file: 'too-long' });
  return { table, options: given };
}

/** Reads what a form says in `options` (JSON); refuses what is not of that shape. */
export function readOptions<Options extends z.ZodType>(form: FormData, options: Options): z.output<Options> {
  try {
    const read = options.safeParse(JSON.parse(String(form.get('options'))));
    if (read.success) return read.data;
  } catch {
    // Not JSON: said below, like any other wrong choice.
  }
  throw invalid({ options: 'not-valid' });
}
