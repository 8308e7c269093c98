// Progress on the terminal: one line that is redrawn, or a few plain lines where the output goes to a file.
const width = 28;

/** Han characters and full-width marks take two columns of a terminal. */
export function columns(text) {
  let sum = 0;
  for (const character of text)
    sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
      character,
    )
      ? 2
      : 1;
  return sum;
}

export const padTo = (text, wanted) => text + ' '.repeat(Math.max(0, wanted - columns(text)));

/** Rows of equal length as lines of aligned columns. */
export function table(rows, gap = '  ') {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => columns(row[i]))));
  return rows.map((row) =>
    row
      .map((cell, i) => padTo(cell, widths[i]))
      .join(gap)
      .trimEnd(),
  );
}

export const seconds = (ms) =>
  ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;

/** A bar for something that says how far it is. */
export function progressBar(out = process.stdout) {
  let last = -1;
  return {
    /** @param percent 0–100 */
    to(percent, text) {
      if (out.isTTY) {
        const full = Math.round((percent / 100) * width);
        out.write(
          `\r\x1b[2K  [${'█'.repeat(full)}${'·'.repeat(width - full)}] ${String(percent).padStart(3)}%  ${text}`,
        );
      } else if (percent >= last + 10 || (percent === 100 && last < 100)) {
        last = percent;
        out.write(`  ${String(percent).padStart(3)}%  ${text}\n`);
      }
    },
    done() {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

/** A line that shows the time running for something that does not say how far it is. */
export function ticking(label, out = process.stdout) {
  const begun = Date.now();
  if (!out.isTTY) {
    out.write(`${label} …\n`);
    return () => Date.now() - begun;
  }
  const draw = () => out.write(`\r\x1b[2K${label} … ${Math.round((Date.now() - begun) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return () => {
    clearInterval(timer);
    out.write('\r\x1b[2K');
    return Date.now() - begun;
  };
}
