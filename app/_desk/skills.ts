/** The skills that the volunteers' register knows; an offer may ask for some of them. */
export const skills = [
  'plumbing_electric',
  'haircut',
  'medical',
  'legal',
  'driving',
  'english',
  'phone_tutoring',
] as const;
