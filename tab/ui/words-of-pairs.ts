/** C1.6, C14.4: what a repeat would add. */
export const pairWords = {
  'no-repeat': 'It has no repeat. One run in the day and one in the evening lets more Members come.',
  'both-day': 'Both runs are in the day. One in the evening would let more Members come.',
  'both-evening': 'Both runs are in the evening. One in the day would let more Members come.',
} as const
