// Package network is the evidence model: the relations between people, organisations
// and states that a text describes, with the passages that support each claim.
//
// Its words, used everywhere in the project:
//
//   - source: a published text, such as a newspaper article.
//   - speaker: who says something in a source: the source in its own voice, a
//     named person, an institution, or unnamed officials.
//   - passage: a short verbatim quote from a source, found again by its
//     selector (W3C Web Annotation).
//   - node: an actor, or something that actors act on.
//   - relation: what one node is or does to another; an edge when drawn.
//   - event: something that happened at a date, with the nodes that took part.
//   - text: something in our own words, such as a label or a summary.
//   - translation: a network's texts in another language.
//   - story: an ordered list of steps that lead a reader through the network.
//   - status: how firmly the source makes a claim.
//   - family: relation kinds that belong together and are drawn alike.
//   - term: a kind, a family or the like; built in, or declared by a network.
//   - chain: a path of directed relations whose kinds form chains, such as command.
//   - denial: a speaker's denial or contradiction of a claim.
//   - stage: a stage of the legal proceedings about a claim, with its date.
//   - fact: a detail of a node or a relation, such as an amount or a share.
//   - date: a day or several, in EDTF, with what it claims: its [Meaning].
//   - presence: whether a claim held at a date: [Present], [NotYet], [Past], or
//     [Open] where the source doesn't say.
//
// Dates claim little. What the source leaves open is open at every date: it is
// shown, marked as open, and counts as documented in chains, filters, what-ifs
// and story steps. Only what the source rules out at a date is left out there.
//
// A [Network] is plain data. Package proxynet/network/file reads it from an
// author's YAML and proves it against the source's text; this package assumes
// that this was done, and stays light, since it is linked into the browser's
// WASM.
package network
