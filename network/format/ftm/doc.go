// Package ftm reads and writes entities of FollowTheMoney, and reads diagrams of
// Aleph. Entities and networks are converted as follows:
//
//   - A Person is a node of the kind person; a Company or an Organization an
//     organisation; a PublicBody a state. Any other entity is a node of an unknown
//     kind, with its schema in the summary. Exports use Person, Organization, Company
//     (if somebody owns it), PublicBody, Asset (for a target) and LegalEntity.
//   - An entity whose schema declares an edge, such as Ownership, is a relation; so is
//     a property that names another entity. Exports use Ownership, Membership and
//     Succession if their ends have the required types, otherwise UnknownLink, which
//     has no direction: role is the verb, summary the sentence.
//   - startDate, endDate and date are the period. Marks of uncertainty (~, ?, %, X),
//     seasons and ongoing periods can't be represented, and are reported.
//   - A source is an Article. A node refers to it as its proof, a relation has its
//     address as sourceUrl. Quotes are descriptions, with the speaker and the
//     paragraph; imported again, they are text in a note, not passages.
//   - An event is an Event, and its participants are involved.
package ftm
