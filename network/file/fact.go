package file

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"proxynet/network"
	"proxynet/network/message"
	"proxynet/network/visible"
)

// factReader reads the facts of a node or a relation.
type factReader struct{ *record }

// facts returns the facts of a node or a relation.
func (r factReader) facts() []network.Fact {
	var out []network.Fact
	for i, n := range r.list("facts") {
		rec := r.recordOf(n, fmt.Sprintf("%s, fact %d", r.name, i+1))
		if rec == nil {
			continue
		}
		out = append(out, factReader{rec}.fact())
		rec.done()
	}
	return out
}

func (r factReader) fact() network.Fact {
	f := network.Fact{Kind: termOf(r.record, "kind", "kind of fact", r.terms.FactKinds(), "", nil), Passages: r.mustCite(message.New("no passage says so"))}
	switch kind := r.terms.FactType(f.Kind); kind {
	case network.Amount:
		f.Value = r.decimal("value", "40000 or 12.5")
		f.Currency = r.needWords("currency")
		if f.Currency != "" && !currency.MatchString(f.Currency) {
			r.report(r.at("currency"), r.name, message.New("bad currency %s", visible.Show(f.Currency)), message.New("write its code in ISO 4217, such as EUR, GBP or USD"))
			f.Currency = ""
		}
	case network.Share:
		f.Value = r.decimal("value", "60 or 12.5, which are percent")
		if share, err := strconv.ParseFloat(f.Value, 64); err == nil && share > 100 {
			r.report(r.at("value"), r.name, message.New("a share of %s percent is more than the whole", f.Value), message.New("write a number from 0 to 100"))
		}
	default:
		f.Value = r.needWords("value")
	}
	return f
}

var (
	currency = regexp.MustCompile(`^[A-Z]{3}$`)
	decimal  = regexp.MustCompile(`^(\d{1,20}|\d{1,3}(,\d{3}){1,6})(\.\d{1,6})?$`)
)

// decimal returns a field that is a number of at least 0, without its commas and
// percent sign.
func (r factReader) decimal(field, such string) string {
	n := r.need(field)
	if n == nil {
		return ""
	}
	text := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(n.Value), "%"))
	if !decimal.MatchString(text) {
		r.wrongType(n, r.name, message.New("%q must be a number", field), message.New("write for example %s", such))
		return ""
	}
	text = strings.TrimLeft(strings.ReplaceAll(text, ",", ""), "0")
	if text == "" || text[0] == '.' {
		text = "0" + text
	}
	return text
}
