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
//   - lead: the relations that the picture shows most strongly.
//   - status: how firmly the source makes a claim.
//   - family: relation kinds that belong together and are drawn alike.
//   - term: a kind, a family or the like; built in, or declared by a network.
//   - chain: a path of directed relations whose kinds form chains, such as command.
//   - denial: a speaker's denial or contradiction of a claim.
//   - stage: a stage of the legal proceedings about a claim, with its date.
//   - fact: a detail of a node or a relation, such as an amount or a share.
//   - date: a day or several, in EDTF, with what it claims: its [Meaning].
//   - temporal status: whether a claim held at a date: [Present], [NotYet], [Past], or
//     [Open] where the source doesn't say.
//
// Dates claim little. What the source leaves open is open at every date: it is
// shown, marked as open, and counts as documented in chains, filters, what-ifs
// and story steps. Only what the source rules out at a date is left out there.
//
// # Archives
//
// A file holds the network of one or a few articles, up to 400,000 records. An archive
// of many articles belongs in a database that exists already, and proxynet has no server
// of its own for one:
//
//   - A graph database or a triple store keeps nodes, relations, passages and sources,
//     with the ids of this package. The exports of proxynet/network/format fill it: apoc
//     for Neo4j, jsonld and nanopub for triple stores, ftm for Aleph.
//   - A search engine keeps the text of passages and the names, to find where to begin.
//
// A network is then the result of a query, such as all within two relations of a name, or
// what was published in a year: a [Network] with the sources, speakers and passages that
// its claims cite, as [Excerpt] makes one from a larger network. It takes one package
// beside proxynet/network/file that runs such a query and returns a Network. web/cli
// would call it where it loads networks (file.LoadProved for one, file.LoadFolder for a
// collection); everything after that, from lint to the site, uses only the Network.
// Quotes must be checked against the articles when they enter the archive, and again
// after a query if the archive may have changed: [proxynet/network/file] does both.
//
// A [Network] is plain data. Package proxynet/network/file reads it from an author's
// YAML and checks its quotes against the sources' texts. This package assumes a checked
// network, and has few dependencies, since it is linked into the browser's WASM.
package network
