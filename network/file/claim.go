package file

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"

	"proxynet/network"
	"proxynet/network/message"
)

// claimReader reads the fields that relations and events have as claims: status,
// denials and legal stages.
type claimReader struct{ *record }

// against returns the denials of a relation. The file has passage ids or records with
// passages.
func (r claimReader) against(rests []string) []network.Denial {
	var out []network.Denial
	for i, n := range r.list("against") {
		var d network.Denial
		if n.Kind == yaml.ScalarNode {
			if id := r.resolve(n, "against", passages); id != "" {
				d.Passages = []string{id}
				d.Speaker = r.objector(n.Line, d.Passages, "")
				d.Says = r.objection(d.Speaker, "")
			}
		} else {
			rec := r.recordOf(n, fmt.Sprintf("%s, against %d", r.name, i+1))
			if rec == nil {
				continue
			}
			d.Passages = rec.mustCite(message.New("no passage says so"))
			d.Speaker = claimReader{rec}.objector(rec.at("speaker"), d.Passages, rec.ref("speaker", speakers))
			d.Says = claimReader{rec}.objection(d.Speaker, optional(rec, "says", network.Objections))
			d.Date = dateReader{rec}.date("date", network.Within)
			rec.done()
		}
		for _, id := range d.Passages {
			if slices.Contains(rests, id) && r.voices[id] != "" && r.speakerOf[id] == d.Speaker {
				r.report(n.Line, r.name, message.New("passage %s is for it and against it, in the same voice", id), message.New("name it in “passages” or in “against”, or say who denies with “{speaker: ID, passages: [%s]}”", id))
			}
		}
		out = append(out, d)
	}
	return out
}

// objector returns the speaker of a denial: named or, if that is "", the one speaker of
// all its passages. The source's own voice must be named, so that every denial has a
// speaker.
func (r claimReader) objector(line int, cited []string, named string) string {
	if named != "" || r.has("speaker") { // an unknown speaker was reported
		return named
	}
	who := ""
	for _, id := range cited {
		if !r.namesSpeaker[id] || who != "" && r.speakerOf[id] != who {
			who = ""
			break
		}
		who = r.speakerOf[id]
	}
	if who == "" && len(cited) > 0 {
		r.report(line, r.name, message.New("it is against the claim, but no speaker is given"), message.New("write “against: [{speaker: ID, passages: [%s]}]”, or “speaker: ID” in the passage; add who it is to “speakers”", cited[0]))
	}
	return who
}

// objection returns the given objection or, if that is "", the default: sources
// contradict, other speakers deny.
func (r claimReader) objection(speaker string, given network.Objection) network.Objection {
	switch {
	case given != "":
		return given
	case r.speakers[speaker] == network.Article:
		return network.Contradicts
	}
	return network.Denies
}

// mustCite returns the passages of a record inside another. It must have at least one.
func (r *record) mustCite(problem message.Message) []string {
	diagnostics := len(r.diagnostics)
	out := r.evidence()
	if len(out) == 0 && len(r.diagnostics) == diagnostics && !r.unsourced {
		r.report(r.line, r.name, problem, message.New("name one in “passages: [id]”"))
	}
	return out
}

// legal returns the legal stages of a relation, in the order of their dates.
func (r claimReader) legal() []network.Stage {
	var out []network.Stage
	for i, n := range r.list("legal") {
		rec := r.recordOf(n, fmt.Sprintf("%s, legal stage %d", r.name, i+1))
		if rec == nil {
			continue
		}
		s := network.Stage{
			Stage:    choiceOf(rec, "stage", network.LegalStages, "", stageMeant),
			Date:     dateReader{rec}.date("date", network.Within),
			Passages: rec.mustCite(message.New("no passage says so")),
		}
		rec.done()
		if s.Date == nil {
			if !rec.has("date") {
				rec.report(rec.line, rec.name, message.New("it has no date"), message.New("add “date: …”, the date of this stage, such as 2019-03 or 2019"))
			}
			continue
		}
		if len(out) > 0 && after(out[len(out)-1].Date, s.Date) {
			rec.report(rec.at("date"), rec.name, message.New("it is before the stage above it"), message.New("list the stages in the order of their dates"))
		}
		out = append(out, s)
	}
	return out
}

// after reports whether a is certainly after b.
func after(a, b *network.Date) bool {
	return a.Earliest != "" && b.Latest != "" && network.CompareDays(a.Earliest, b.Latest) > 0
}

// stageMeant maps words that authors write to stages.
var stageMeant = map[string]string{
	"accused": "alleged", "suspected": "alleged", "claimed": "alleged",
	"investigation": "investigated", "under investigation": "investigated", "under-investigation": "investigated", "probed": "investigated",
	"indicted": "charged", "accused in court": "charged", "prosecuted": "charged", "tried": "charged", "on trial": "charged",
	"closed": "dropped", "withdrawn": "dropped", "dismissed": "dropped", "discontinued": "dropped",
	"cleared": "acquitted", "not guilty": "acquitted", "innocent": "acquitted",
	"guilty": "convicted", "sentenced": "convicted", "found guilty": "convicted",
	"expired": "time-barred", "prescribed": "time-barred", "time barred": "time-barred", "statute of limitations": "time-barred",
}
