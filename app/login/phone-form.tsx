import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { maskPhone, plainPhone } from '@/lib/kernel/text';
import { reasonWords } from '@/lib/transport/words';
import type { Translate } from '../_shell/translate';
import type { PhoneStep } from './phone-step';

export interface PhoneFormProps {
  step: PhoneStep | null;
  /** The code, in a demo that sends no message. */
  shown: string | null;
  /** Whom to call when no message comes. */
  phoneOfPeople: string | null;
  next: string;
  locale: Locale;
  t: Translate;
}

const action = '/login/code';

/** The number: the first of two pages at one address. */
function AskForm({ step, next, error, t }: PhoneFormProps & { error?: string }) {
  return (
    <form method="post" action={action} noValidate className="stack">
      <input type="hidden" name="next" value={next} />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        label={t('login.phone.label')}
        required
        maxLength={20}
        defaultValue={step?.phone}
        error={error}
      />
      <Button name="do" value="ask" large wide>
        {t('login.phone.get')}
      </Button>
    </form>
  );
}

/** The code. The field takes what is pasted, spaces and all; the phone offers the code of the message by itself. */
function CodeForm({ step, shown, phoneOfPeople, next, error, t }: PhoneFormProps & { error?: string }) {
  return (
    <>
      {shown ? (
        <Notice kind="wait">{t('login.phone.shown', { code: shown })}</Notice>
      ) : (
        <Notice>{t('login.phone.asked', { phone: maskPhone(plainPhone(step?.phone ?? '')) })}</Notice>
      )}
      <form method="post" action={action} noValidate className="stack">
        <input type="hidden" name="next" value={next} />
        <TextField
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          label={t('login.phone.code')}
          hint={t('login.phone.code_hint')}
          required
          maxLength={40}
          error={error}
        />
        <Button name="do" value="enter" large wide>
          {t('login.phone.enter')}
        </Button>
        <div className="btn-row">
          <Button name="do" value="again" kind="outline" formNoValidate>
            {t('login.phone.again')}
          </Button>
          <Button name="do" value="change" kind="plain" formNoValidate>
            {t('login.phone.change')}
          </Button>
        </div>
      </form>
      <p className="quiet small">
        {phoneOfPeople ? t('login.phone.no_message', { phone: phoneOfPeople }) : t('login.phone.no_message_plain')}
      </p>
    </>
  );
}

/** R17: 手机号登录, for residents. */
export function PhoneForm(props: PhoneFormProps) {
  const { step, locale, t } = props;
  const refused = step?.refused;
  const error = refused ? reasonWords(locale, refused.reason, 'invalid', refused.params) : undefined;
  const asksCode = step !== null && step.codeId !== null;
  return (
    <Card>
      <h2 className="card-title">{t('login.phone.title')}</h2>
      {!asksCode && <p>{t('login.phone.who')}</p>}
      {error && (
        <ErrorSummary title={t('login.error')} errors={[{ field: asksCode ? 'code' : 'phone', message: error }]} />
      )}
      {asksCode ? <CodeForm {...props} error={error} /> : <AskForm {...props} error={error} />}
    </Card>
  );
}
