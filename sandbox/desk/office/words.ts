export const officeWords = {
  name: 'Quorate',
  pane: 'Quorate in Outlook',
  events: 'Quorate, as an invitation is sent',
  open: 'Training session',
  close: 'Close Quorate',
  dontSend: 'Don’t Send',
  sendAnyway: 'Send Anyway',
} as const
