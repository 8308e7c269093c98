/**
 * Rows of the kinds of cases around the loop. Each of their actions needs a case in a state of its own, so its good call
 * stands in the walk of its slice: tests/integration/<slice> on both engines, and over HTTP for deliberations and projects.
 */
export const isCaseRow = ({ path }: { path: string }): boolean =>
  /^\/(answers|deliberations|documents|legal-duty|mediations|projects|rounds)(\/|$)/.test(path);
