package file

import (
	"slices"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
)

// relationReader reads a relation.
type relationReader struct{ *record }

func (r relationReader) relation() network.Relation {
	meant := relationKindMeant
	if r.terms != network.BuiltIn { // declared kinds may suit better
		meant = nil
	}
	kind := kindOf(r.record, r.relationKinds(), meant, "relations")
	rel := network.Relation{
		ID:        r.id,
		From:      r.needRef("from", nodes),
		To:        r.needRef("to", nodes),
		Directed:  r.flag("directed", directed(r.terms, kind)),
		Kind:      kind,
		Verb:      r.needWords("verb"),
		Period:    dateReader{r.record}.date("period", network.Meanings...),
		Past:      r.flag("past", false),
		Open:      r.flag("open", false),
		Inference: r.words("inference"),
		Note:      r.words("note"),
		Passages:  r.needEvidence(),
		Legal:     claimReader{r.record}.legal(),
		Facts:     factReader{r.record}.facts(),
	}
	rel.Against = claimReader{r.record}.against(rel.Passages)
	rel.Status = claimReader{r.record}.status(rel.Passages)
	if rel.From != "" && rel.From == rel.To {
		r.report(r.at("to"), r.name, message.New("it relates %s to itself", rel.From), message.New("name another node"))
	}
	claimReader{r.record}.checkVoice(rel.Status, rel.Passages)
	switch implied := rel.Status == network.Implied; {
	case implied && !r.has("inference"):
		r.report(r.at("status"), r.name, message.New("it is implied, but has no inference"), message.New("add “inference: …”, one line that says how it follows from its passages"))
	case !implied && r.has("inference"):
		r.report(r.at("inference"), r.name, message.New("it has an inference, but is not implied"), message.New("write “status: implied”, or take the inference out"))
	}
	if rel.Status == network.Resolved && !r.has("note") {
		r.report(r.at("status"), r.name, message.New("it is resolved from outside the source, but has no note"), message.New("add “note: …”"))
	}
	return rel
}

// relationKindMeant maps words that authors write to built-in kinds.
var relationKindMeant = map[string]string{
	"owner": "ownership", "owns": "ownership", "shareholder": "ownership", "shareholding": "ownership", "subsidiary": "ownership",
	"funding": "money", "finance": "money", "payment": "money", "pays": "money", "loan": "money", "bribe": "money",
	"member": "membership", "founder": "founding", "ally": "cooperation", "alliance": "cooperation", "commands": "command", "leads": "command",
	"friend": "friendship", "successor": "succession", "weapons": "arms", "kill": "killing", "attacks": "attack",
}

// status returns the status of a relation or event with the given passages. Without
// passages it is unsourced, which only records of an unsourced network may be.
func (r claimReader) status(evidence []string) network.Status {
	none := r.unsourced && len(evidence) == 0
	otherwise := network.Stated
	if none {
		otherwise = network.Unsourced
	}
	diagnostics := len(r.diagnostics)
	status := choiceOf(r.record, "status", network.Statuses, otherwise, statusMeant)
	if status == "" && len(r.diagnostics) > diagnostics {
		last := &r.diagnostics[len(r.diagnostics)-1]
		last.Fix = statusAdvice(r.fields["status"].Value).Or(last.Fix)
	}
	switch {
	case status == "":
	case status == network.Unsourced && !r.unsourced:
		r.report(r.at("status"), r.name, message.New("it is unsourced, but the network isn't"), message.New("leave “status” out; relations may be unsourced only if the file says “unsourced: true”"))
	case none && status != network.Unsourced:
		r.report(r.at("status"), r.name, message.New("it is %s, but has no passage", status), message.New("name a passage in “passages: [id]”, or leave “status” out"))
	case status == network.Unsourced && len(evidence) > 0:
		r.report(r.at("status"), r.name, message.New("it is unsourced, but has passages"), message.New("leave “status” out, or take the passages out"))
	}
	return status
}

// statusMeant maps words that authors write to statuses.
var statusMeant = func() map[string]string {
	m := make(map[string]string)
	for meant, words := range map[network.Status]string{
		network.Stated:     "confirmed certain true fact proven known explicit",
		network.Attributed: "alleged claimed reported said quoted accused cited allegation hearsay",
		network.Ambiguous:  "denied disputed contested open unclear uncertain unproven unconfirmed suspected investigated doubtful unknown rumoured rumored",
		network.Implied:    "inferred deduced suggested",
		network.Resolved:   "outside external researched",
	} {
		for word := range strings.FieldsSeq(words) {
			m[word] = string(meant)
		}
	}
	m["alleged"] = "attributed, if the source says who alleges it, or ambiguous"
	return m
}()

// statusAdvice returns the fix for a denial or a legal stage that is written as a
// status, None for other words.
func statusAdvice(word string) message.Message {
	word = strings.ToLower(word)
	switch {
	case word == "denied":
		return message.New("write the status of the claim itself, and name the denial in “against: [{speaker: ID, passages: [ID]}]”")
	case slices.Contains(network.LegalStages[1:], network.LegalStage(word)):
		return message.New("write the status of the claim itself, and “legal: [{stage: %s, date: …, passages: [ID]}]”", word)
	}
	return message.None
}

func (r *reading) relationKinds() []network.RelationKind {
	terms := r.terms.RelationKinds()
	kinds := make([]network.RelationKind, len(terms))
	for i, k := range terms {
		kinds[i] = k.Kind
	}
	return kinds
}

// directed reports whether relations of a kind are directed by default.
func directed(t *network.Terms, kind network.RelationKind) bool {
	term := t.RelationKind(kind)
	return term != nil && term.Directed
}

// checkVoice reports a status that contradicts the speakers of the passages: a claim is
// not stated if only others say it, and not attributed if only the source says it.
func (r claimReader) checkVoice(status network.Status, evidence []string) {
	var kinds []network.SpeakerKind
	for _, id := range evidence {
		if kind := r.voices[id]; kind != "" {
			kinds = append(kinds, kind)
		}
	}
	if len(kinds) == 0 {
		return
	}
	own := slices.Contains(kinds, network.Article)
	others := slices.ContainsFunc(kinds, func(k network.SpeakerKind) bool { return k != network.Article })
	switch {
	case status == network.Stated && !own:
		r.report(r.at("status"), r.name, message.New("it is stated, but all its passages are the words of others"), message.New("write “status: attributed”, or add a passage in the source's own voice"))
	case status == network.Attributed && !others:
		r.report(r.at("status"), r.name, message.New("it is attributed, but all its passages are in the source's own voice"), message.New("name who says it in one of its passages (“speaker: ID”, and “manner: quoted” or “paraphrased”; add who it is to “speakers”), or leave “status” out if the source says so in its own voice"))
	}
}
