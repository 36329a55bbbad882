/** What is wrong with a rulebook, said to whoever edits it: what it is, then what to do. */
export const rulebookWords = {
  notASetting: (name: string) => `There is no setting "${name}" here. Check the spelling, or take it out.`,
  unknownKind: (id: string, known: readonly string[]) =>
    `No kind of session is called "${id}". Use one of ${known.join(', ')}, or add it under kinds.`,
  kindTwice: (id: string) => `The kind "${id}" stands twice. Give each kind its own id.`,
  reasonTwice: (id: string) => `The reason "${id}" stands twice. Give each reason its own id.`,
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
  notAnObject: () => 'Settings are an object of named values.',
  unknownPreset: (name: string) => `No preset is called "${name}".`,
}
