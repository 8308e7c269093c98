import { expect, it } from 'vitest';
import { failedWords, quorumWords } from '@/app/_matters/deliberation/case-words';
import { earliestStart } from '@/app/_matters/deliberation/earliest-start';
import { bodyRuleWords } from '@/app/_matters/deliberation/needs';
import { stepNames } from '@/app/_matters/deliberation/step-fields';
import { motives } from '@/lib/deliberation/input';
import type { MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { packOf, rulePacks } from '@/lib/deliberation/rule-packs';
import { bases, meetingStates, statuses, votingStages } from '@/lib/deliberation/status';
import { wordsIn } from '@/tests/unit/components/words';

const languages = ['zh-CN', 'en'] as const;
const open = ['propose', 'consult', 'review', 'resolve', 'publish_resolution', 'publish_result'];

it.each(languages)('has words for everything that is named by its key, %s', (locale) => {
  const t = wordsIn(locale);
  for (const pack of rulePacks) {
    expect(t(`deliberation.pack.${pack.id}`)).not.toBe('');
    for (const rule of votingStages.flatMap((stage) => pack.stages[stage])) {
      expect(t(`deliberation.body.${pack.legalForm}.${rule.body}`)).not.toBe('');
      expect(bodyRuleWords(rule, t)).not.toBe('');
      for (const share of [...rule.quorum, ...rule.majority]) t(`deliberation.rule.${share.source}`);
    }
  }
  for (const status of statuses) t(`deliberation.status.${status}`);
  for (const status of statuses.filter((one) => !open.includes(one))) t(`matters.ended_as.${status}`);
  for (const state of meetingStates) t(`matters.meetingState.${state}`);
  for (const motive of motives) t(`deliberation.motive.${motive}`);
  for (const basis of bases) t(`matters.basis.aside.${basis}`);
  for (const step of stepNames) t(`matters.done.${step}`);
});

it('says what 97 and 98 of 147 are, cut off and never rounded up', () => {
  const t = wordsIn('zh-CN');
  const held = (present: number): MeetingView => ({
    id: 'm',
    stage: 'resolve',
    ordinal: 1,
    body: 'representative_meeting',
    state: 'frozen',
    withWeb: false,
    heldAt: 0,
    place: '',
    eligible: 147,
    rollDigest: null,
    present,
    neededPresent: null,
    yes: null,
    no: null,
    abstain: null,
    neededYes: null,
    ballotDigest: null,
    minutes: null,
    annulled: null,
    votesUntil: null,
    planVersion: null,
    witness: null,
  });
  expect(quorumWords('local_4+2', held(97), 98, t)).toBe(
    '97/147 = 65.98%，没有达到应到的三分之二以上（需 98 人），不能表决。',
  );
  expect(quorumWords('local_4+2', held(98), 98, t)).toContain('可以表决');
  // 56 would do by the local words; the party's own rule asks for one more, and is named.
  const failed: MeetingView = { ...held(75), stage: 'review', body: 'party_meeting', eligible: 112, state: 'failed' };
  expect(failedWords('local_4+2', { ...failed, yes: 56, no: 10, abstain: 9, neededYes: 57 }, t)).toContain(
    '须超过应到的半数赞成（57 票），依据《中国共产党支部工作条例（试行）》第十一条',
  );
  expect(failedWords('local_4+2', held(98), t)).toBeNull();
});

it('proposes the first day that the rule allows', () => {
  const now = Date.parse('2024-01-15T10:00:00+08:00');
  const [review] = packOf('local_4+2').stages.review;
  const [representatives, assembly] = packOf('villager_2018').stages.resolve;
  expect(earliestStart(representatives, null, now)).toBe('2024-01-16T09:00');
  expect(earliestStart(review, '2024-01-14', now)).toBe('2024-01-17T09:00');
  expect(assembly && earliestStart(assembly, null, now)).toBe('2024-01-25T09:00');
});
