// Package datetext parses dates in words, such as “circa 1990s” or “since May 2016”,
// into EDTF level 1 expressions that claim no more than the words do.
//
// Its words:
//
//   - moment: one day, month, season, year, decade or century, however vague.
//   - role: the function of a word in a date, such as [since] or [about].
//   - vocabulary: the words of one language with their roles, in a file of its own.
//
// A text that is ambiguous or has no year is an error with advice: for “03/05/2019”
// it lists both readings.
package datetext
