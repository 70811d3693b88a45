/** The options of the MiVB and their first values. */

export type NumberRange = { from: string; to: string };

export type MivbSettings = {
  /** Numbers the dialling plan gives to phones, both ends included; the ends of a range are equally long. */
  numberRanges: NumberRange[];
  voicemailDigitLength: number;
  maxServicesPerUser: number;
  /** Classes and zones are numbered from 1 to these. */
  classesOfService: number;
  classesOfRestriction: number;
  zones: number;
  /** Other network elements of the cluster, on which a phone may have its secondary home. */
  otherElements: string[];
};

/** What a fresh MiVB has. */
export const INITIAL_SETTINGS: MivbSettings = {
  numberRanges: [
    { from: "2000", to: "2999" },
    { from: "30000", to: "69999" },
  ],
  voicemailDigitLength: 4,
  maxServicesPerUser: 8,
  classesOfService: 110,
  classesOfRestriction: 96,
  zones: 50,
  otherElements: ["mivb-2"],
};
