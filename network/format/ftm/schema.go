package ftm

import "proxynet/network"

// edgeSchema is a schema of FollowTheMoney whose entities are relations.
type edgeSchema struct {
	from, to string // properties with the ends
	verb     string
	directed bool
	kind     network.RelationKind // "" if none fits
}

// edgeSchemas are the schemata that declare an edge, with our own verbs instead of
// their captions, https://followthemoney.tech/explorer/.
var edgeSchemas = map[string]edgeSchema{
	"Associate":          {"person", "associate", "is an associate of", false, ""},
	"ContractAward":      {"contract", "supplier", "is awarded to", true, ""},
	"CourtCaseParty":     {"party", "case", "is a party to", true, ""},
	"Debt":               {"debtor", "creditor", "owes money to", true, ""},
	"Directorship":       {"director", "organization", "is a director of", true, "office"},
	"Documentation":      {"document", "entity", "documents", false, ""},
	"Employment":         {"employee", "employer", "works for", true, "office"},
	"Family":             {"person", "relative", "is related to", false, ""},
	"Membership":         {"member", "organization", "belongs to", true, "membership"},
	"Occupancy":          {"holder", "post", "holds", true, "office"},
	"Ownership":          {"owner", "asset", "owns", true, "ownership"},
	"Payment":            {"payer", "beneficiary", "paid", true, "money"},
	"ProjectParticipant": {"participant", "project", "takes part in", true, ""},
	"Representation":     {"agent", "client", "represents", true, ""},
	"Succession":         {"predecessor", "successor", "comes before", true, "succession"},
	"UnknownLink":        {"subject", "object", "is linked to", false, ""},
}

// nodeKinds are kinds of nodes by schema. If a schema is more specific than the kind,
// it is kept as an attribute.
var nodeKinds = map[string]network.NodeKind{
	"Person": network.Person, "Organization": network.Organisation, "Company": network.Organisation, "PublicBody": network.State,
}

// exactSchemas are schemata that are no more specific than the kind.
var exactSchemas = map[string]bool{"Person": true, "Organization": true}

// linkProperties are properties that refer to other entities, with the verb of the
// resulting relation.
var linkProperties = map[string]string{
	"addressEntity": "has the address", "author": "has the author", "authority": "has the authority", "bank": "is an account at", "callForTenders": "belongs to the call for tenders",
	"candidate": "may be", "contract": "is part of the contract", "contractHolder": "has the contract holder", "document": "is in the document", "emitters": "was sent by", "entity": "applies to",
	"holder": "is held by", "inReplyToEmail": "replies to", "inReplyToMessage": "replies to", "involved": "involves", "issuer": "is issued by", "match": "matches", "onBehalfOf": "is on behalf of",
	"operator": "is operated by", "organization": "is a position at", "organizer": "is organized by", "owner": "is owned by", "parent": "is part of", "pictured": "shows",
	"project": "is part of the project", "receiver": "was received by", "recipients": "was sent to", "resolved": "is", "sender": "was sent by", "taxee": "concerns",
	"tenderers": "has the tenderer", "vehicle": "is by",
}

// documentSchemas are schemata of documents. A document that is only a proof is no
// node.
var documentSchemas = map[string]bool{
	"Document": true, "Article": true, "Pages": true, "Page": true, "HyperText": true, "PlainText": true, "Image": true, "Audio": true, "Video": true,
	"Table": true, "Workbook": true, "Package": true, "Folder": true, "Email": true,
}

// nameProperties are properties with the name of an entity, the best first.
var nameProperties = []string{"name", "title", "full", "fileName", "caseNumber", "publicKey", "registrationNumber", "iban", "accountNumber", "number", "passportNumber", "username", "email", "program", "programId", "authority", "summary", "subject", "address"}

// aliasProperties are properties with other names of an entity.
var aliasProperties = []string{"alias", "previousName", "weakAlias"}
