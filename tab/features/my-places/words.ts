export const words = {
  title: 'Limited places',
  back: 'My training',
  yours: 'Your interest',
  how: 'How the places are given',
  express: 'Express interest',
  withdraw: 'Withdraw',
  leaving: { place: 'Give up my place', reserve: 'Leave the reserve list' },
  sure: {
    place: 'Are you sure? Your place goes to the next Member on the reserve list. This cannot be undone here.',
    reserve: 'Are you sure? You would be given no place. This cannot be undone here.',
  },
  yes: { place: 'Yes, give up my place', reserve: 'Yes, leave the reserve list' },
  keep: 'Keep it as it is',
  telling: 'Telling officers…',
  unreachable: 'We cannot tell whether that reached us. Please try again in a moment: it is done once, however often you press.',
  elsewhere: 'Read about it',
}
