package question_test

import (
	"encoding/json"
	"strings"
	"testing"

	"proxynet/network"
	"proxynet/network/file"
	"proxynet/network/question"
)

func ferry(t *testing.T) *network.Network {
	t.Helper()
	n, err := file.Load("../file/testdata/ferry/network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestOwnChains asks for chains of ownership, which the network declares; payments form
// no chains.
func TestOwnChains(t *testing.T) {
	var a question.ChainAnswer
	reply(t, ferry(t), `{"ask":"chain","state":{"chain":{"from":"karl","to":"sound"}}}`, &a)
	if len(a.Chains) != 1 || len(a.Chains[0]) != 2 || a.Chains[0][0].Relations[0].ID != "karl-alder" {
		t.Fatalf("got %+v", a.Chains)
	}
	first := a.Chains[0][0].Relations[0]
	if len(first.Against) != 1 || first.Against[0].Speaker != "The register" || first.Against[0].Says != network.Contradicts || first.Against[0].Passages[0].ID != "r-quarter" {
		t.Errorf("against the first step: %+v", first.Against)
	}
	var none question.ChainAnswer
	reply(t, ferry(t), `{"ask":"chain","state":{"chain":{"from":"karl","to":"nora"}}}`, &none)
	if len(none.Chains)+len(none.Open) != 0 || len(none.Otherwise.Asserted) == 0 {
		t.Errorf("a payment makes a chain: %+v", none)
	}
}

// TestNoChains asks for chains in a network without a kind that forms them.
func TestNoChains(t *testing.T) {
	n := ferry(t)
	n.Vocabulary.Chain = nil
	for i := range n.Vocabulary.Relations {
		n.Vocabulary.Relations[i].Chains = false
	}
	for _, asked := range []string{`{"ask":"chain","state":{"chain":{"from":"karl","to":"sound"}}}`, `{"ask":"without","state":{}}`} {
		if got := string(question.Answer(n, []byte(asked))); !strings.Contains(got, "no kind of relation of the network forms chains") {
			t.Errorf("%s: got %s", asked, got)
		}
	}
}

// TestLegalStagesByDate follows a claim from the investigation to the acquittal.
func TestLegalStagesByDate(t *testing.T) {
	for _, test := range []struct {
		asOf    string
		reached int
	}{{"2019-04", 0}, {"2019", 1}, {"2020-03", 2}, {"2021-10", 2}, {"2022", 3}, {"", 3}} {
		var a question.LegalAnswer
		reply(t, ferry(t), `{"ask":"legal","state":{"asOf":"`+test.asOf+`"}}`, &a)
		if a.Reached["karl-nora"] != test.reached {
			t.Errorf("as of %q: reached %d, want %d", test.asOf, a.Reached["karl-nora"], test.reached)
		}
	}
}

// TestFilterSingleSource filters out claims with a single source.
func TestFilterSingleSource(t *testing.T) {
	var a question.Shown
	reply(t, ferry(t), `{"ask":"shown","state":{"hide":["sources.single"]}}`, &a)
	if got := strings.Join(a.IDs, " "); a.Relations != 1 || !strings.Contains(got, "alder-sound") || strings.Contains(got, "karl-nora") {
		t.Errorf("%d relations: %s", a.Relations, got)
	}
}

func reply(t *testing.T, n *network.Network, asked string, into any) {
	t.Helper()
	data := question.Answer(n, []byte(asked))
	if strings.Contains(string(data), `"error"`) {
		t.Fatalf("%s: %s", asked, data)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}
