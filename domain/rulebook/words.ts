/** What is wrong with a rulebook, said to whoever edits it: what it is, then what to do. */
export const rulebookWords = {
  notASetting: (name: string) => `There is no setting "${name}" here. Check the spelling, or take it out.`,
  tooSmall: (least: string) => `This is too small. Choose ${least} or more.`,
  nothingChosen: () => 'Nothing is chosen here. Choose at least one.',
  empty: () => 'Nothing is written here. Fill it in.',
  tooShort: (least: string) => `This is too short. Write ${least} characters or more.`,
  tooLong: (most: string) => `This is too long. Keep it to ${most} characters.`,
  tooMany: (most: string) => `There are too many. Keep ${most} at most.`,
  tooBig: (most: string) => `This is too large. Choose ${most} or less.`,
  notANumber: () => 'This is to be a whole number. Write it in figures.',
  notSuch: (wanted: string) => (/^an? /.test(wanted) ? `This is to be ${wanted}.` : wanted),
  unknownKind: (id: string) => `There is no kind of session "${id}". Choose another, or add it under kinds.`,
  kindTwice: (id: string) => `The kind "${id}" stands twice. Give each kind its own id.`,
  reasonTwice: (id: string) => `The reason "${id}" stands twice. Give each reason its own id.`,
  idTwice: (id: string) => `"${id}" stands twice. Give each its own id.`,
  nameTwice: (name: string) => `"${name}" stands twice. Keep one of them.`,
  choiceTwice: (choice: string) => `"${choice}" is chosen twice. Keep one of them.`,
  categoryTwice: (category: string) => `The category "${category}" stands twice: capital letters make no difference. Keep one of them.`,
  untilBeforeFrom: (from: string, until: string) =>
    `Texts may go from ${from} until ${until}, which is no time at all. Choose a later end.`,
  outsidePermitted: (at: string, from: string, until: string) =>
    `${at} is outside the hours in which texts may go, ${from} to ${until}. Choose a time within them, or widen the hours.`,
  decideBeforeReview: (decideAt: string, reviewAt: string) =>
    `Officers would have to decide at ${decideAt}, before the count is reviewed at ${reviewAt}. Choose a later time to decide.`,
  noLackOfInterest: () => 'No reason stands for lack of interest. Keep at least one, so that a session with too few can be cancelled.',
  noSuchDay: (on: string) => `${on} is not a day in the calendar.`,
  endsBeforeItBegins: () => 'This ends before it begins. Change one of the two days.',
  fixedWithoutAudience: (label: string) =>
    `Nobody may narrow the audience of "${label}", and each session is to name its own. Choose all Members, or let it be narrowed.`,
  noSectionFor: (section: string, what: string) =>
    `The bulletin has no section for ${what}. Add "${section}" to its sections, or leave it out.`,
  issuesBeyondWeeks: (issues: number, weeks: number) =>
    `${issues} weekly issues do not fit in ${weeks} ${weeks === 1 ? 'week' : 'weeks'}. Ask for fewer issues, or for more weeks.`,
  afterTheBallot: () => 'A ballot leaves nobody equal, so nothing can be weighed after it. Put it last.',
  termTwice: (days: string) => `Two terms begin ${days} days before. Keep one of them.`,
  owedLessLater: (days: number) =>
    `From ${days} ${days === 1 ? 'day' : 'days'} before, a supplier would be owed less than earlier. Check the two figures.`,
  mandatoryForNobody: (label: string) => `"${label}" is mandatory for nobody. Name Members, offices or committees.`,
  gatesNothing: (label: string) => `"${label}" comes before sitting on a committee, and names none. Name the committees.`,
  slotsWithoutTimes: (perMonth: number) =>
    `${perMonth} ${perMonth === 1 ? 'slot' : 'slots'} a month are wanted and no time is given for them. Add a time, or ask for 0.`,
  slotEndsFirst: (from: string, until: string) => `A slot from ${from} until ${until} is no time at all. Choose a later end.`,
  notAnObject: () => 'Settings are an object of named values.',
  unknownPreset: (name: string) => `No preset is called "${name}".`,
}

/** How a change to a rulebook is said before it is applied. */
export const changeWords = {
  sentence: (area: string, said: string) => `${area}: ${said}`,
  insteadOf: (subject: string, to: string, from: string) => `${subject} ${to} instead of ${from}`,
  itemInsteadOf: (name: string, verb: string, to: string, from: string) => `“${name}” ${verb} ${to} instead of ${from}`,
  gone: (name: string, gone: string) => `“${name}” ${gone}`,
  added: ({ name, says }: { name: string; says: readonly (readonly [verb: string, value: string])[] }, added: string) => {
    const settled = says.filter(([verb]) => verb !== 'is called').map(([verb, value]) => `${verb} ${value}`)
    return [`“${name}” ${added}`, ...(settled.length > 0 ? [settled.join('; ')] : [])].join(': ')
  },
  reordered: (noun: string, names: readonly string[]) =>
    `the ${noun} now stand in this order: ${names.map((name) => `“${name}”`).join(', ')}`,
}

/** How a setting stands, for whoever only reads it. */
export const standingWords = {
  value: (subject: string, value: string) => `${subject} ${value}`,
  list: (noun: string, names: readonly string[]) => `${noun}: ${names.length > 0 ? names.join(', ') : 'none'}`,
}
