// Package ftm reads and writes entities of FollowTheMoney, and reads diagrams of
// Aleph. What entities become, and what becomes of a network in them:
//
//   - A Person is a node of the kind person; a Company or an Organization an
//     organisation; a PublicBody a state. Any other entity is a node of an unknown
//     kind, with its schema in the summary. Written are Person, Organization,
//     Company (of what somebody owns), PublicBody, Asset (of a target) and
//     LegalEntity.
//   - An entity whose schema declares an edge, such as Ownership, is a relation; so
//     is a property that names another entity. Written are Ownership, Membership and
//     Succession, if their ends are what they must be, and else UnknownLink, which
//     has no direction: role is the verb, summary the sentence.
//   - startDate, endDate and date are the period. Marks of uncertainty (~, ?, %, X),
//     seasons, and that something goes on have no place there, and are reported.
//   - A source is an Article. A node names it as its proof, a relation has its
//     address as sourceUrl. Quotes are descriptions, with the speaker and the
//     paragraph; read again, they are text in a note, and no passages.
//   - An event is an Event, and those who took part are involved.
package ftm
