// Package file reads the network that an author wrote as YAML, and checks the file
// against its format and its quotes against the article's text.
//
// Its words:
//
//   - document: an author's file after reading, with the lines of its records.
//   - record: one mapping in the file, such as a node or a relation. mapping reads its
//     fields, record its ids, and a type such as nodeReader all that a section has.
//   - diagnostic: a problem, with its line and how to fix it. One run finds all diagnostics of
//     a file.
//   - article: the text that quotes are checked against. A paragraph is a line
//     that is not blank; paragraphs count from 1, a headline is a paragraph.
//   - coverage: which paragraphs of the article are quoted.
//   - text: the file with a source's article, beside the author's file. It is never published.
//   - schema: the JSON Schema of the author's file, for editors; schema.json.
//
// A date is EDTF or in words, which package datetext parses. “means” says what it
// claims: known, began, within or throughout; see [network.Meaning].
//
// The file names the version of its format. A version reads the files of all earlier
// versions, and refuses those of later ones. Fields may be added to a version; removing
// one or changing its meaning needs a new version.
//
// An author's file is plain YAML. Only a date may be an alias, so that every claim is
// written where it is made, and no small file expands into a large one.
package file
