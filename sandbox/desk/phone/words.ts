export const phoneWords = {
  title: (name: string) => `${name}’s phone`,
  owner: (name: string, number: string) => `${name}’s phone · ${number}`,
  none: 'No texts yet. When something is due, this phone gets it.',
  noMobile: (name: string) => `${name} has no mobile phone. Officers ring instead.`,
  texts: 'Texts',
  putBack: (name: string) => `Put it back, show ${name}’s`,
  states: {
    created: 'On its way',
    sending: 'On its way',
    pending: 'On its way',
    sent: 'Sent',
    delivered: 'Delivered',
    'permanent-failure': 'Not delivered: no such number',
    'temporary-failure': 'Not delivered: phone off',
    'technical-failure': 'Not delivered',
  } as Readonly<Record<string, string>>,
  row: 'Phones',
  cancelled: (calendars: number | undefined, phones: number, toRing: number) =>
    [
      'It is cancelled.',
      [
        ...(calendars === undefined ? [] : [`${calendars} ${calendars === 1 ? 'calendar' : 'calendars'} cleared`]),
        phones === 0 ? 'no phone buzzed' : phones === 1 ? '1 phone buzzed' : `${phones} phones buzzed`,
        ...(toRing === 0 ? [] : [toRing === 1 ? '1 Member to ring' : `${toRing} Members to ring`]),
      ]
        .join(', ')
        .replace(/^./, (first) => first.toUpperCase()),
    ].join(' ') + '.',
  everything: 'Everything that happened',
  outside: 'Texts go to Members and officers. Partners and trainers get mail.',
  noMobileShort: 'No mobile: ring',
  failedShort: 'Not delivered: ring',
}
