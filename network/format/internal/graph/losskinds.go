package graph

// Kinds of loss that several formats have.
const (
	LossField   = "fields that are not read, left out"
	LossDrawing = "positions, sizes, colors and other drawing, left out because the layout is computed"
	LossMarkup  = "markup in texts, whose text was kept"
	LossNested  = "nodes inside other nodes, kept beside them"
	lossMutual  = "edges that point both ways, kept without direction"
	LossHyper   = "edges between more than two nodes, left out"
	LossGraphs  = "graphs other than the one that was read, left out"
	LossNumber  = "numbers that are NaN or infinite, read as empty"
	LossKey     = "ids of edges that only count them or that several share, left out"
	LossText    = "texts with characters that are invisible or change the direction of others, which were removed"
	LossLong    = "texts that are too long, cut"
	LossID      = "ids that were changed, since an id is written with a–z, 0–9 and -"
	LossLoop    = "edges from a node to itself, left out"
	LossKind    = "nodes of an unknown kind"
	LossTie     = "relations of an unknown kind"
	LossVerb    = "relations without a verb"
	LossWord    = "labels that only name a direction, not used as verbs"
	LossRest    = "values without a field of their own, kept in summaries and notes"
	LossFact    = "facts of a kind that the file does not declare, kept in summaries and notes"
	LossFull    = "values that no longer fitted into a summary or a note, left out"
	LossGraph   = "attributes of the whole graph, left out"
	LossTime    = "times of day and time zones, left out of dates"
	LossOpen    = "open bounds of intervals, kept as if the first and the last day belonged to them"
	LossWeight  = "weights of 1, which every edge has by default, left out"
	LossDate    = "dates that can't be read, kept in notes"
	LossStatus  = "statuses of relations that no passage supports, kept in notes"
	LossClaim   = "values of “status” that are none of stated, attributed, implied, ambiguous and resolved, kept in notes"
)

const LossHalf = "relations that name only one of their ends, left out"

const LossUnread = "entities that the file names but does not contain, kept as nodes without a name"

// LossPersonal are personal data that nobody asked to publish.
const LossPersonal = "personal data of people, such as addresses and numbers, left out"

// LossHeadline is what a network says of its picture.
const LossHeadline = "the headline and the picture’s caption, left out"

// LossVocabulary is what a network's own terms are.
const LossVocabulary = "definitions and styles of the network’s own terms, left out"
