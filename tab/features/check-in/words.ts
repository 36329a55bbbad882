export const words = {
  title: 'Check in',
  lead: 'At a session now? The screen in the room shows a code.',
  back: 'More',
  otherwise: 'No code on a screen? Give your name to whoever keeps the register: that counts the same.',
  open: 'Open the session',
}
