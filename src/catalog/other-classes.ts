/** Classes whose names the API knows although they have no rows. */
export const classesWithoutRows: readonly string[] = [];
