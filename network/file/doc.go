// Package file reads the network that an author wrote as YAML, and proves it:
// the file against its own rules, and its quotes against the article's text.
//
// Its words:
//
//   - document: an author's file that was read, with the lines at which things stand in it.
//   - record: one mapping in the file, such as a node or a relation.
//   - fault: one thing wrong, at a line, with its mend. All faults of a file
//     are found in one run.
//   - article: the text that quotes are checked against. A paragraph is a line
//     that is not blank; paragraphs count from 1, a headline is a paragraph.
//   - coverage: which paragraphs of the article some passage quotes.
//   - text: the file with a source's article, beside the author's file. It is never published.
//   - schema: what editors know the author's file by; schema.json is its JSON Schema.
//
// A date is EDTF, or written as people write dates: package datetext reads those.
// A date says what it claims in “means” (known, began, within or throughout; see
// [network.Meaning]). Without it, it claims what it always did in format 1.
//
// The file says in which version of the format it is written. A version reads
// the files of all versions before it: a field may be added, and none is taken
// away or given another meaning without a new version, which then still reads
// the old one. A file of a newer version is refused.
//
// An author's file is plain YAML. An alias may stand for a date, and for
// nothing else, so that every claim is written where it is made, and so that no
// small file unfolds into a large one.
package file
