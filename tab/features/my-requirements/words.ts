export const words = {
  back: 'My training',
  notDone: 'Not done yet',
  none: 'Your council has made no training mandatory for you. What is coming is under My training.',
} as const
