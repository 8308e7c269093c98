import { shanghaiInstant } from '../_desk/shift-times';

/**
 * The form as its verb reads it: a time of the screen is one in Shanghai, and sides that were left empty between others
 * close up. What was typed stays in the form itself.
 */
export function sentForm(form: FormData): FormData {
  const sent = new FormData();
  const sides = new Map<string, number>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const side = /^parties\.(\d{1,2})\.(\w+)$/.exec(name);
    if (name === 'heldAt') sent.append(name, shanghaiInstant(value) ?? '');
    else if (side?.[1] && side[2]) {
      if (value.trim() === '') continue;
      const at = sides.get(side[1]) ?? sides.size;
      sides.set(side[1], at);
      sent.append(`parties.${at}.${side[2]}`, value);
    } else sent.append(name, value);
  }
  return sent;
}
