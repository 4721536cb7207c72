// Package claims lists the claims of a network, each with its content: its own words,
// its dates, and the quotes that support or deny it. Comparisons of two versions, and
// signatures, are about claims.
//
// Its words:
//
//   - claim: a speaker, a node, a relation, an event, a step of the story, or the network's own
//     title, summary and headline.
//   - field: one thing that a claim says, as plain text.
//   - hash: a fingerprint of a claim with all its fields. It depends on no id, on no
//     place in the file, and on no order of quotes, so that renaming ids or moving
//     lines keeps it.
package claims
