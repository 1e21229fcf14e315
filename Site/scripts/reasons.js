// Why a term can be reported: the words of the API, in words for people.

export const REASONS = {
  wrong: "It is wrong",
  offensive: "It is offensive",
  spam: "It is advertising",
  copyright: "It is copied from somebody",
  other: "Something else",
};
