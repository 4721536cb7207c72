// Package datetext reads dates as people write them, such as “circa 1990s” or
// “since May 2016”, and returns the EDTF level 1 expression that claims no more.
//
// Its words:
//
//   - moment: one day, month, season, year, decade or century, however vague.
//   - role: what a word does in a date, such as [since] or [about].
//   - vocabulary: the words of one language, with their roles; a file each.
//
// Where a text says less than EDTF can, the result says less too: “before the
// war” is refused with advice, and “03/05/2019” with both of its readings.
package datetext
