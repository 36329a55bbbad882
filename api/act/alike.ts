/** Whether two parts of a record say the same, in whatever order their fields stand. */
export function alike(one: object, other: object): boolean {
  const lines = (value: object) =>
    JSON.stringify(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    )
  return lines(one) === lines(other)
}
