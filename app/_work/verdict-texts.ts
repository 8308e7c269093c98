import type { StaffContext } from '../_shell/enter';
import type { Translate } from '../_shell/translate';
import type { HoldTexts } from './verdict-held';
import type { UnsentTexts } from './verdict-unsent';

/** Whose verdicts a browser may send: enough of the id to tell two people apart. */
export const verdictOwner = (ctx: StaffContext): string => ctx.actor.personId.slice(-12);

/** What the ten seconds after a verdict say. */
export const holdTexts = (t: Translate): HoldTexts => ({
  title: { pass: t('verify.hold.pass'), rework: t('verify.hold.rework') },
  left: t('verify.hold.left'),
  waiting: t('verify.hold.waiting'),
  sending: t('verify.hold.sending'),
  failed: t('verify.hold.failed'),
  said: t('verify.hold.said'),
  undo: t('verify.hold.undo'),
  send: t('verify.hold.send'),
  again: t('verify.hold.again'),
  wait: t('verify.hold.wait'),
  plain: t('verify.hold.plain'),
  anew: t('verify.hold.anew'),
});

/** What is said of verdicts that were on their way when a page was left. */
export const unsentTexts = (t: Translate): UnsentTexts => ({
  arrived: t('verify.unsent.arrived'),
  refused: t('verify.unsent.refused'),
  unsent: t('verify.unsent.unsent'),
  look: t('verify.unsent.look'),
  again: t('verify.unsent.again'),
  waiting: { pass: t('verify.unsent.waiting_pass'), rework: t('verify.unsent.waiting_rework') },
  over: t('verify.unsent.over'),
  send: t('verify.hold.send'),
  drop: t('verify.unsent.drop'),
});
