package scene

import (
	"slices"

	"proxynet/network"
)

// Signs on the lines of disputed claims and legal cases. They come after those of
// firmness.
const (
	deniedSign = "≠"
	legalSign  = "§"
)

// signs appends the signs of relation r at the date of a filter: how firmly the source
// claims it, whether somebody denies or contradicts it, and its legal stage. Readers from
// right to left have a question mark of their own.
func signs(signs []BadgeMark, r *network.Relation, at *network.Filter, rtl bool) []BadgeMark {
	if text, ok := badges[r.Status]; ok {
		if rtl && r.Status == network.Ambiguous {
			text = "؟"
		}
		signs = append(signs, BadgeMark{Text: text})
	}
	if len(r.Against) > 0 {
		signs = append(signs, BadgeMark{Text: deniedSign})
	}
	if stage := at.Stage(r); stage != nil {
		signs = append(signs, BadgeMark{Text: legalSign, Face: FaceOf(stage.Stage)})
	}
	return signs
}

// signOrder lists the texts of signs in the order in which a line shows them; that of
// an implied relation is empty.
var signOrder = []string{"“", "?", "؟", "*", "", deniedSign, legalSign}

// signPlace returns the place of a sign on a line.
func signPlace(m *BadgeMark) int { return slices.Index(signOrder, m.Text)*int(Ended+1) + int(m.Face) }

// Face is how the sign of a legal stage or of a number is drawn.
type Face uint8

const (
	Pending Face = iota // alleged, investigated or charged
	Guilty              // convicted: on a filled disc
	Ended               // without a conviction: struck through
	Count               // of a cable's relations, not of a legal stage: on a filled disc
)

// FaceOf returns the face of a legal stage.
func FaceOf(s network.LegalStage) Face {
	switch s {
	case network.Alleged, network.Investigated, network.Charged:
		return Pending
	case network.Convicted:
		return Guilty
	}
	return Ended
}

// Ground and Sign are the colours of a badge's disc and of its text.
func (m BadgeMark) Ground() Paint {
	if m.Face == Guilty || m.Face == Count {
		return m.Paint
	}
	return Paper
}

func (m BadgeMark) Sign() Paint {
	if m.Face == Guilty || m.Face == Count {
		return Paper
	}
	return m.Paint
}

// Strike returns the ends of the line that strikes a badge through; ok is false if
// there is none.
func (m BadgeMark) Strike() (from, to Vec, ok bool) {
	d := m.Radius() * 0.7
	return Vec{m.At.X - d, m.At.Y + d}, Vec{m.At.X + d, m.At.Y - d}, m.Face == Ended
}
