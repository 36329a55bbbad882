/** A checkbox as high as a finger needs. Fluent keeps its box at the top, which would then stand above the middle of its words. */
export const tickStyle = { minHeight: '44px', '& > .fui-Checkbox__indicator': { alignSelf: 'center' } } as const
